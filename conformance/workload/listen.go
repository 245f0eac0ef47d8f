package main

import (
	"bufio"
	"fmt"
	"net"
)

// serve hands each connection to what speaks on it.
func serve(listener net.Listener, speak func(net.Conn)) error {
	for {
		connection, err := listener.Accept()
		if err != nil {
			return err
		}
		go func() {
			defer connection.Close()
			speak(connection)
		}()
	}
}

// answerLines answers each line of a connection with another.
func answerLines(connection net.Conn, answer func(line string) string) {
	for lines := bufio.NewScanner(connection); lines.Scan(); {
		fmt.Fprintln(connection, answer(lines.Text()))
	}
}
