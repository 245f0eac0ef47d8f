package main

import (
	"flag"
	"fmt"
	"net"

	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	tlsv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/tls/v3"
	discovery "github.com/envoyproxy/go-control-plane/envoy/service/discovery/v3"
	secret "github.com/envoyproxy/go-control-plane/envoy/service/secret/v3"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/anypb"
)

const secretType = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret"

// serveSecrets hands out the two secrets that a sidecar asks its agent for: its certificate and the mesh's root. Without an
// identity it is the agent of many pods, and each gets the certificate of the one that it says it is.
func serveSecrets(args []string) error {
	flags := flag.NewFlagSet("sds", flag.ExitOnError)
	socket := flags.String("socket", "", "unix socket to listen on")
	issuer := issuerFlags(flags)
	if err := flags.Parse(args); err != nil {
		return err
	}
	listener, err := net.Listen("unix", *socket)
	if err != nil {
		return err
	}
	server := grpc.NewServer()
	secret.RegisterSecretDiscoveryServiceServer(server, &secretServer{issuer: *issuer})
	return server.Serve(listener)
}

func inline(data []byte) *core.DataSource {
	return &core.DataSource{Specifier: &core.DataSource_InlineBytes{InlineBytes: data}}
}

type secretServer struct {
	secret.UnimplementedSecretDiscoveryServiceServer
	issuer issuer
}

// secretsOf are the secrets of the pod that a proxy says it belongs to.
func (s *secretServer) secretsOf(node *core.Node) (map[string]*tlsv3.Secret, error) {
	issuer := s.issuer
	if issuer.identity == "" {
		fields := node.GetMetadata().GetFields()
		issuer.identity = fmt.Sprintf("spiffe://cluster.local/ns/%s/sa/%s", fields["NAMESPACE"].GetStringValue(), fields["SERVICE_ACCOUNT"].GetStringValue())
	}
	cert, err := issuer.issue()
	if err != nil {
		return nil, err
	}
	return map[string]*tlsv3.Secret{
		"default": {Name: "default", Type: &tlsv3.Secret_TlsCertificate{TlsCertificate: &tlsv3.TlsCertificate{
			CertificateChain: inline(cert.chain),
			PrivateKey:       inline(cert.key),
		}}},
		"ROOTCA": {Name: "ROOTCA", Type: &tlsv3.Secret_ValidationContext{ValidationContext: &tlsv3.CertificateValidationContext{
			TrustedCa: inline(cert.root),
		}}},
	}, nil
}

// StreamSecrets answers the first request of a stream; what comes after it is the proxy's word that it took the answer.
func (s *secretServer) StreamSecrets(stream secret.SecretDiscoveryService_StreamSecretsServer) error {
	var secrets map[string]*tlsv3.Secret
	for {
		request, err := stream.Recv()
		if err != nil {
			return err
		}
		if secrets == nil {
			// Only the first request of a stream says whose it is.
			if secrets, err = s.secretsOf(request.Node); err != nil {
				return err
			}
		}
		if request.VersionInfo != "" || request.ErrorDetail != nil {
			continue
		}
		response := &discovery.DiscoveryResponse{VersionInfo: "1", Nonce: "1", TypeUrl: secretType}
		for _, name := range request.ResourceNames {
			found, ok := secrets[name]
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
