// Command workload stands in for what runs in a pod beside the proxy: the agent that hands it certificates, and the
// application that serves and calls. Each part is a subcommand, so that suites can start it in a network namespace.
package main

import (
	"flag"
	"fmt"
	"os"
)

var commands = map[string]func(args []string) error{
	"certificate": printCertificate,
	"sds":         serveSecrets,
	"pod":         runPod,
	"tcp-server":  serveTCP,
	"tcp-call":    callTCP,
	"http-server": serveHTTP,
	"http-call":   callHTTP,
}

func main() {
	if len(os.Args) < 2 || commands[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: workload certificate|sds|pod|tcp-server|tcp-call|http-server|http-call [flags]")
		os.Exit(2)
	}
	if err := commands[os.Args[1]](os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// issuerFlags are the flags of every part that shows a certificate.
func issuerFlags(flags *flag.FlagSet) *issuer {
	i := &issuer{}
	flags.StringVar(&i.identity, "identity", "", "SPIFFE identity of the workload")
	flags.StringVar(&i.caCertFile, "ca-cert", "", "certificate of the mesh's authority, PEM")
	flags.StringVar(&i.caKeyFile, "ca-key", "", "key of the mesh's authority, PEM")
	return i
}
