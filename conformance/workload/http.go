package main

import (
	"flag"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// serveHTTP answers every request with its own name.
func serveHTTP(args []string) error {
	flags := flag.NewFlagSet("http-server", flag.ExitOnError)
	address := flags.String("address", "", "address to listen on")
	name := flags.String("name", "", "what to call itself")
	if err := flags.Parse(args); err != nil {
		return err
	}
	return http.ListenAndServe(*address, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, *name)
	}))
}

// noRedirect has a redirect answered as it is.
func noRedirect(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// callHTTP sends requests one after the other and prints a line for each: the status and what was answered.
func callHTTP(args []string) error {
	flags := flag.NewFlagSet("http-call", flag.ExitOnError)
	url := flags.String("url", "", "address to call")
	method := flags.String("method", http.MethodGet, "method")
	host := flags.String("host", "", "Host header")
	header := flags.String("header", "", "a header more, as name=value")
	count := flags.Int("count", 1, "how many requests")
	serverName := flags.String("server-name", "", "server name of the TLS")
	issuer := issuerFlags(flags)
	if err := flags.Parse(args); err != nil {
		return err
	}
	config, err := issuer.clientConfigFor(*serverName)
	if err != nil {
		return err
	}
	client := &http.Client{Timeout: timeout, CheckRedirect: noRedirect, Transport: &http.Transport{TLSClientConfig: config}}
	for range *count {
		request, err := http.NewRequest(*method, *url, nil)
		if err != nil {
			return err
		}
		request.Host = *host
		if name, value, ok := strings.Cut(*header, "="); ok {
			request.Header.Set(name, value)
		}
		response, err := client.Do(request)
		if err != nil {
			return err
		}
		body, err := io.ReadAll(response.Body)
		response.Body.Close()
		if err != nil {
			return err
		}
		fmt.Println(response.StatusCode, strings.TrimSpace(string(body)))
	}
	return nil
}
