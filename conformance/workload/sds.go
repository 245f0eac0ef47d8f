package main

import (
	"flag"
	"net"

	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	tlsv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/tls/v3"
	discovery "github.com/envoyproxy/go-control-plane/envoy/service/discovery/v3"
	secret "github.com/envoyproxy/go-control-plane/envoy/service/secret/v3"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/anypb"
)

const secretType = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret"

// serveSecrets hands out the two secrets that a sidecar asks its agent for: its certificate and the mesh's root.
func serveSecrets(args []string) error {
	flags := flag.NewFlagSet("sds", flag.ExitOnError)
	socket := flags.String("socket", "", "unix socket to listen on")
	issuer := issuerFlags(flags)
	if err := flags.Parse(args); err != nil {
		return err
	}
	cert, err := issuer.issue()
	if err != nil {
		return err
	}
	listener, err := net.Listen("unix", *socket)
	if err != nil {
		return err
	}
	server := grpc.NewServer()
	secret.RegisterSecretDiscoveryServiceServer(server, &secretServer{secrets: map[string]*tlsv3.Secret{
		"default": {Name: "default", Type: &tlsv3.Secret_TlsCertificate{TlsCertificate: &tlsv3.TlsCertificate{
			CertificateChain: inline(cert.chain),
			PrivateKey:       inline(cert.key),
		}}},
		"ROOTCA": {Name: "ROOTCA", Type: &tlsv3.Secret_ValidationContext{ValidationContext: &tlsv3.CertificateValidationContext{
			TrustedCa: inline(cert.root),
		}}},
	}})
	return server.Serve(listener)
}

func inline(data []byte) *core.DataSource {
	return &core.DataSource{Specifier: &core.DataSource_InlineBytes{InlineBytes: data}}
}

type secretServer struct {
	secret.UnimplementedSecretDiscoveryServiceServer
	secrets map[string]*tlsv3.Secret
}

// StreamSecrets answers the first request of a stream; what comes after it is the proxy's word that it took the answer.
func (s *secretServer) StreamSecrets(stream secret.SecretDiscoveryService_StreamSecretsServer) error {
	for {
		request, err := stream.Recv()
		if err != nil {
			return err
		}
		if request.VersionInfo != "" || request.ErrorDetail != nil {
			continue
		}
		response := &discovery.DiscoveryResponse{VersionInfo: "1", Nonce: "1", TypeUrl: secretType}
		for _, name := range request.ResourceNames {
			found, ok := s.secrets[name]
			if !ok {
				continue
			}
			packed, err := anypb.New(found)
			if err != nil {
				return err
			}
			response.Resources = append(response.Resources, packed)
		}
		if err := stream.Send(response); err != nil {
			return err
		}
	}
}
