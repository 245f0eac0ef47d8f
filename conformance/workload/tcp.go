package main

import (
	"bufio"
	"crypto/tls"
	"flag"
	"fmt"
	"net"
	"strings"
	"time"
)

const timeout = 10 * time.Second

// serveTCP answers every line with its own name and the line. With an identity it does so under TLS.
func serveTCP(args []string) error {
	flags := flag.NewFlagSet("tcp-server", flag.ExitOnError)
	address := flags.String("address", "", "address to listen on")
	name := flags.String("name", "", "what to call itself")
	issuer := issuerFlags(flags)
	if err := flags.Parse(args); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", *address)
	if err != nil {
		return err
	}
	if issuer.identity != "" {
		certificate, err := issuer.pair()
		if err != nil {
			return err
		}
		listener = tls.NewListener(listener, &tls.Config{Certificates: []tls.Certificate{certificate}})
	}
	return serve(listener, func(connection net.Conn) {
		answerLines(connection, func(line string) string { return fmt.Sprintf("%s: %s", *name, line) })
	})
}

// callTCP sends a line and prints the answer. With an identity it does so under mutual TLS, as a proxy would.
func callTCP(args []string) error {
	flags := flag.NewFlagSet("tcp-call", flag.ExitOnError)
	address := flags.String("address", "", "address to call")
	line := flags.String("line", "PING", "what to say")
	serverName := flags.String("server-name", "", "server name of the TLS")
	issuer := issuerFlags(flags)
	if err := flags.Parse(args); err != nil {
		return err
	}
	config, err := issuer.clientConfigFor(*serverName)
	if err != nil {
		return err
	}
	connection, err := net.DialTimeout("tcp", *address, timeout)
	if err != nil {
		return err
	}
	defer connection.Close()
	if err := connection.SetDeadline(time.Now().Add(timeout)); err != nil {
		return err
	}
	if config != nil {
		connection = tls.Client(connection, config)
	}
	if _, err := fmt.Fprintf(connection, "%s\n", *line); err != nil {
		return fmt.Errorf("sending: %w", err)
	}
	answer, err := bufio.NewReader(connection).ReadString('\n')
	if err != nil {
		return fmt.Errorf("no answer: %w", err)
	}
	fmt.Println(strings.TrimSpace(answer))
	return nil
}
