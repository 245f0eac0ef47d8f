package main

import (
	"bufio"
	"context"
	"crypto/tls"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"
)

// runPod is the application of one pod for as long as it is needed. It answers on some ports, and sends what it is told to
// over a unix socket: a question a line, and for each an answer with the same number.
func runPod(args []string) error {
	flags := flag.NewFlagSet("pod", flag.ExitOnError)
	name := flags.String("name", "", "what to call itself")
	socket := flags.String("socket", "", "unix socket on which it is told what to send")
	httpPorts := flags.String("http", "", "ports on which it answers HTTP, of both versions, and gRPC; separated by commas")
	tcpPorts := flags.String("tcp", "", "ports on which it answers lines")
	tlsPorts := flags.String("tls", "", "ports on which it answers lines under TLS of its own")
	if err := flags.Parse(args); err != nil {
		return err
	}
	failed := make(chan error, 1)
	for _, port := range ports(*httpPorts) {
		go func() { failed <- answerHTTP(*name, port) }()
	}
	for _, port := range ports(*tcpPorts) {
		go func() { failed <- answerTCP(*name, port, nil) }()
	}
	if *tlsPorts != "" {
		certificate, err := selfSigned()
		if err != nil {
			return err
		}
		for _, port := range ports(*tlsPorts) {
			go func() { failed <- answerTCP(*name, port, &tls.Config{Certificates: []tls.Certificate{certificate}}) }()
		}
	}
	go func() { failed <- takeQuestions(*socket) }()
	return <-failed
}

func ports(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' })
}

// seen is how a request looked where it arrived.
type seen struct {
	By      string            `json:"by"`
	Port    string            `json:"port"`
	Method  string            `json:"method,omitempty"`
	Path    string            `json:"path,omitempty"`
	Host    string            `json:"host,omitempty"`
	From    string            `json:"from"`
	Headers map[string]string `json:"headers,omitempty"`
}

// seenHeader is the response header in which a server says what it saw: an answer to HEAD or to gRPC has no body for it.
const seenHeader = "x-seen"

// counter counts requests by what they call themselves.
type counter struct {
	mutex  sync.Mutex
	counts map[string]int
}

func (c *counter) add(id string) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.counts[id]++
}

func (c *counter) of(id string) int {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return c.counts[id]
}

// arrivals are the requests that the application has had.
var arrivals = counter{counts: map[string]int{}}

// answerHTTP says of each request what it saw. The request may ask for an answer that comes late (x-wait), or has another status (x-answer).
func answerHTTP(name, port string) error {
	protocols := new(http.Protocols)
	protocols.SetHTTP1(true)
	protocols.SetUnencryptedHTTP2(true)
	server := &http.Server{Addr: "0.0.0.0:" + port, Protocols: protocols, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		headers := map[string]string{}
		for key, values := range r.Header {
			if lower := strings.ToLower(key); strings.HasPrefix(lower, "x-") && !strings.HasPrefix(lower, "x-envoy-") {
				headers[lower] = strings.Join(values, ",")
			}
		}
		arrivals.add(r.Header.Get("x-id"))
		if wait, err := time.ParseDuration(r.Header.Get("x-wait")); err == nil {
			time.Sleep(wait)
		}
		text, _ := json.Marshal(seen{By: name, Port: port, From: addressOf(r.RemoteAddr), Method: r.Method, Path: r.RequestURI, Host: r.Host, Headers: headers})
		w.Header().Set(seenHeader, string(text))
		if strings.HasPrefix(r.Header.Get("content-type"), "application/grpc") {
			w.Header().Set("content-type", "application/grpc")
			w.Header().Set("trailer", "grpc-status")
			w.WriteHeader(http.StatusOK)
			w.Header().Set("grpc-status", "0")
			return
		}
		status := http.StatusOK
		fmt.Sscan(r.Header.Get("x-answer"), &status)
		w.WriteHeader(status)
	})}
	return server.ListenAndServe()
}

// answerTCP says of each line who it is; under TLS, where that is configured, also for which name it was asked.
func answerTCP(name, port string, config *tls.Config) error {
	listener, err := net.Listen("tcp", "0.0.0.0:"+port)
	if err != nil {
		return err
	}
	return serve(listener, func(connection net.Conn) {
		answer := seen{By: name, Port: port, From: addressOf(connection.RemoteAddr().String())}
		if config != nil {
			secured := tls.Server(connection, config)
			if secured.Handshake() != nil {
				return
			}
			connection, answer.Host = secured, secured.ConnectionState().ServerName
		}
		text, err := json.Marshal(answer)
		if err != nil {
			return
		}
		answerLines(connection, func(string) string { return string(text) })
	})
}

func addressOf(peer string) string {
	host, _, _ := net.SplitHostPort(peer)
	return host
}

// question is one request that the pod is told to send.
type question struct {
	Number   int               `json:"number"`
	Protocol string            `json:"protocol"`
	Address  string            `json:"address"`
	Host     string            `json:"host"`
	Method   string            `json:"method"`
	Path     string            `json:"path"`
	Headers  map[string]string `json:"headers"`
	// The name for which the pod asks in TLS of its own; none when it speaks plainly.
	ServerName string `json:"serverName"`
	// Whose certificate the pod shows in it; none when it shows none.
	ClientIdentity string `json:"clientIdentity"`
	// The mutual TLS that the pod itself opens, as a proxy would; none when there is no identity.
	Identity string `json:"identity"`
	CACert   string `json:"caCert"`
	CAKey    string `json:"caKey"`
}

// answer is what became of a question.
type answer struct {
	Number     int    `json:"number"`
	Error      string `json:"error,omitempty"`
	Status     int    `json:"status,omitempty"`
	GRPCStatus string `json:"grpcStatus,omitempty"`
	Location   string `json:"location,omitempty"`
	Body       string `json:"body,omitempty"`
	Seen       *seen  `json:"seen,omitempty"`
	// Headers of the answer that begin with x-.
	Headers map[string]string `json:"headers,omitempty"`
}

// atOnce is how many questions of a pod are on their way at once.
const atOnce = 8

func takeQuestions(socket string) error {
	listener, err := net.Listen("unix", socket)
	if err != nil {
		return err
	}
	return serve(listener, converse)
}

func converse(connection net.Conn) {
	var writing sync.Mutex
	slots := make(chan struct{}, atOnce)
	callers := newCallers()
	decoder, encoder := json.NewDecoder(connection), json.NewEncoder(connection)
	for {
		var q question
		if decoder.Decode(&q) != nil {
			return
		}
		slots <- struct{}{}
		go func() {
			defer func() { <-slots }()
			a := callers.ask(q)
			a.Number = q.Number
			writing.Lock()
			defer writing.Unlock()
			encoder.Encode(a)
		}()
	}
}

// callers are the clients of a pod: one for each protocol and identity.
type callers struct {
	mutex   sync.Mutex
	clients map[string]*http.Client
	configs map[string]*tls.Config
}

func newCallers() *callers {
	return &callers{clients: map[string]*http.Client{}, configs: map[string]*tls.Config{}}
}

func (c *callers) ask(q question) answer {
	switch q.Protocol {
	case "tcp":
		return c.askTCP(q)
	case "count":
		return answer{Status: arrivals.of(q.Path)}
	}
	client, err := c.client(q)
	if err != nil {
		return answer{Error: err.Error()}
	}
	request, err := http.NewRequest(q.Method, "http://"+q.Address+q.Path, nil)
	if err != nil {
		return answer{Error: err.Error()}
	}
	request.Host = q.Host
	for name, value := range q.Headers {
		request.Header.Set(name, value)
	}
	if q.Protocol == "grpc" {
		request.Header.Set("content-type", "application/grpc")
		request.Header.Set("te", "trailers")
	}
	response, err := client.Do(request)
	if err != nil {
		return answer{Error: err.Error()}
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return answer{Error: err.Error()}
	}
	a := answer{Status: response.StatusCode, Location: response.Header.Get("location"), Body: string(body), Headers: map[string]string{}}
	if a.GRPCStatus = response.Trailer.Get("grpc-status"); a.GRPCStatus == "" {
		a.GRPCStatus = response.Header.Get("grpc-status")
	}
	if text := response.Header.Get(seenHeader); text != "" {
		a.Seen = &seen{}
		if err := json.Unmarshal([]byte(text), a.Seen); err != nil {
			return answer{Error: err.Error()}
		}
	}
	for key := range response.Header {
		if lower := strings.ToLower(key); strings.HasPrefix(lower, "x-") && lower != seenHeader && !strings.HasPrefix(lower, "x-envoy-") {
			a.Headers[lower] = response.Header.Get(key)
		}
	}
	return a
}

func (c *callers) askTCP(q question) answer {
	connection, err := c.dial(context.Background(), q)
	if err != nil {
		return answer{Error: err.Error()}
	}
	defer connection.Close()
	connection.SetDeadline(time.Now().Add(timeout))
	if _, err := fmt.Fprintln(connection, "PING"); err != nil {
		return answer{Error: err.Error()}
	}
	line, err := bufio.NewReader(connection).ReadString('\n')
	if err != nil {
		return answer{Error: err.Error()}
	}
	a := answer{Seen: &seen{}}
	if err := json.Unmarshal([]byte(line), a.Seen); err != nil {
		return answer{Error: fmt.Sprintf("answered %q", line)}
	}
	return a
}

func (c *callers) client(q question) (*http.Client, error) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	key := q.Protocol + " " + q.Identity + " " + q.CACert + " " + q.ServerName + " " + q.ClientIdentity
	if client := c.clients[key]; client != nil {
		return client, nil
	}
	protocols := new(http.Protocols)
	if q.Protocol == "http" {
		protocols.SetHTTP1(true)
	} else {
		protocols.SetUnencryptedHTTP2(true)
	}
	client := &http.Client{
		Timeout: timeout,
		// A redirect is an answer like another.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Transport: &http.Transport{Protocols: protocols, MaxIdleConnsPerHost: atOnce, DisableCompression: true, DialContext: func(ctx context.Context, _, address string) (net.Conn, error) {
			return c.dial(ctx, question{Address: address, ServerName: q.ServerName, ClientIdentity: q.ClientIdentity, Identity: q.Identity, CACert: q.CACert, CAKey: q.CAKey})
		}},
	}
	c.clients[key] = client
	return client, nil
}

// dial opens a connection: in mutual TLS where there is an identity to show, and within it in the application's own where that is asked for.
func (c *callers) dial(ctx context.Context, q question) (net.Conn, error) {
	connection, err := (&net.Dialer{Timeout: timeout}).DialContext(ctx, "tcp", q.Address)
	if err == nil && q.Identity != "" {
		var config *tls.Config
		if config, err = c.config(q, q.Identity); err == nil {
			connection, err = secure(ctx, connection, config)
		}
	}
	if err == nil && q.ServerName != "" {
		// What it is about is which way the connection takes, not who ends it.
		config := &tls.Config{ServerName: q.ServerName, InsecureSkipVerify: true}
		if q.ClientIdentity != "" {
			var shown *tls.Config
			if shown, err = c.config(q, q.ClientIdentity); err != nil {
				return nil, err
			}
			config.Certificates = shown.Certificates
		}
		connection, err = secure(ctx, connection, config)
	}
	return connection, err
}

func secure(ctx context.Context, connection net.Conn, config *tls.Config) (net.Conn, error) {
	secured := tls.Client(connection, config)
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	if err := secured.HandshakeContext(ctx); err != nil {
		connection.Close()
		return nil, err
	}
	return secured, nil
}

func (c *callers) config(q question, identity string) (*tls.Config, error) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	key := identity + " " + q.CACert
	if config := c.configs[key]; config != nil {
		return config, nil
	}
	config, err := (&issuer{identity: identity, caCertFile: q.CACert, caKeyFile: q.CAKey}).clientConfig()
	if err == nil {
		c.configs[key] = config
	}
	return config, err
}
