package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"flag"
	"fmt"
	"math/big"
	"net/url"
	"os"
	"time"
)

// issuer signs certificates for one identity with the authority of the mesh.
type issuer struct {
	identity   string
	caCertFile string
	caKeyFile  string
}

// issued is a fresh certificate with its key and the authority's certificate, all PEM.
type issued struct {
	chain, key, root []byte
}

func (i *issuer) issue() (*issued, error) {
	authority, err := tls.LoadX509KeyPair(i.caCertFile, i.caKeyFile)
	if err != nil {
		return nil, fmt.Errorf("reading the authority: %w", err)
	}
	parent, err := x509.ParseCertificate(authority.Certificate[0])
	if err != nil {
		return nil, fmt.Errorf("reading the authority's certificate: %w", err)
	}
	uri, err := url.Parse(i.identity)
	if err != nil || uri.Scheme != "spiffe" {
		return nil, fmt.Errorf("%q is not a SPIFFE identity", i.identity)
	}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 120))
	if err != nil {
		return nil, err
	}
	template := &x509.Certificate{
		SerialNumber: serial,
		NotBefore:    time.Now().Add(-time.Minute),
		NotAfter:     time.Now().Add(time.Hour),
		KeyUsage:     x509.KeyUsageDigitalSignature | x509.KeyUsageKeyEncipherment,
		ExtKeyUsage:  []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth},
		URIs:         []*url.URL{uri},
	}
	der, err := x509.CreateCertificate(rand.Reader, template, parent, key.Public(), authority.PrivateKey)
	if err != nil {
		return nil, err
	}
	keyDER, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return nil, err
	}
	root, err := os.ReadFile(i.caCertFile)
	if err != nil {
		return nil, err
	}
	return &issued{
		chain: pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}),
		key:   pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: keyDER}),
		root:  root,
	}, nil
}

// selfSigned is a certificate that nobody has signed but itself, for an application whose callers do not ask who it is.
func selfSigned() (tls.Certificate, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return tls.Certificate{}, err
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Minute), NotAfter: time.Now().Add(24 * time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, err
}

// printCertificate prints a fresh certificate, and its key after it.
func printCertificate(args []string) error {
	flags := flag.NewFlagSet("certificate", flag.ExitOnError)
	issuer := issuerFlags(flags)
	if err := flags.Parse(args); err != nil {
		return err
	}
	cert, err := issuer.issue()
	if err != nil {
		return err
	}
	fmt.Printf("%s%s", cert.chain, cert.key)
	return nil
}

// pair is a fresh certificate with its key.
func (i *issuer) pair() (tls.Certificate, error) {
	cert, err := i.issue()
	if err != nil {
		return tls.Certificate{}, err
	}
	return tls.X509KeyPair(cert.chain, cert.key)
}

// clientConfigFor is how a client opens a connection to a name: with a certificate where there is an identity, and else without.
func (i *issuer) clientConfigFor(serverName string) (*tls.Config, error) {
	config, err := i.clientConfig()
	if err != nil || serverName == "" {
		return config, err
	}
	if config == nil {
		config = &tls.Config{InsecureSkipVerify: true}
	}
	config.ServerName = serverName
	return config, nil
}

// clientConfig is how a proxy would open a connection to another one; nil when no identity was given.
func (i *issuer) clientConfig() (*tls.Config, error) {
	if i.identity == "" {
		return nil, nil
	}
	pair, err := i.pair()
	if err != nil {
		return nil, err
	}
	return &tls.Config{
		Certificates: []tls.Certificate{pair},
		NextProtos:   []string{"istio"},
		// The other side's certificate names an identity, not an address. Here the question is what it makes of ours.
		InsecureSkipVerify: true,
	}, nil
}
