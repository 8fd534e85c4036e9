// Command secrets stands in for the Secrets Store CSI driver: secrets DIRECTORY VALUE registers with the kubelet
// below DIRECTORY, and every volume of the driver then holds one file "url" with VALUE, as does a Secret. It needs
// kubectl and KUBECONFIG.
package main

import (
	"context"
	"fmt"
	"log"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/container-storage-interface/spec/lib/go/csi"
	"google.golang.org/grpc"
	registration "k8s.io/kubelet/pkg/apis/pluginregistration/v1"
)

const (
	name   = "secrets-store.csi.k8s.io"
	secret = "database"
	file   = "url"
)

type driver struct {
	csi.UnimplementedIdentityServer
	csi.UnimplementedNodeServer
	registration.UnimplementedRegistrationServer
	socket string
	value  string
}

func main() {
	kubelet, value := os.Args[1], os.Args[2]
	own := filepath.Join(kubelet, "plugins", name, "csi.sock")
	self := &driver{socket: own, value: value}
	go listen(own, func(server *grpc.Server) {
		csi.RegisterIdentityServer(server, self)
		csi.RegisterNodeServer(server, self)
	})
	listen(filepath.Join(kubelet, "plugins_registry", name+".sock"), func(server *grpc.Server) {
		registration.RegisterRegistrationServer(server, self)
	})
}

func listen(socket string, register func(*grpc.Server)) {
	if err := os.MkdirAll(filepath.Dir(socket), 0o750); err != nil {
		log.Fatal(err)
	}
	listener, err := net.Listen("unix", socket)
	if err != nil {
		log.Fatal(err)
	}
	server := grpc.NewServer()
	register(server)
	log.Fatal(server.Serve(listener))
}

func (d *driver) GetInfo(context.Context, *registration.InfoRequest) (*registration.PluginInfo, error) {
	return &registration.PluginInfo{
		Type: registration.CSIPlugin, Name: name, Endpoint: d.socket, SupportedVersions: []string{"1.0.0"},
	}, nil
}

func (d *driver) NotifyRegistrationStatus(
	_ context.Context, status *registration.RegistrationStatus,
) (*registration.RegistrationStatusResponse, error) {
	log.Printf("registered: %v %s", status.PluginRegistered, status.Error)
	return &registration.RegistrationStatusResponse{}, nil
}

func (d *driver) GetPluginInfo(context.Context, *csi.GetPluginInfoRequest) (*csi.GetPluginInfoResponse, error) {
	return &csi.GetPluginInfoResponse{Name: name, VendorVersion: "stand-in"}, nil
}

func (d *driver) Probe(context.Context, *csi.ProbeRequest) (*csi.ProbeResponse, error) {
	return &csi.ProbeResponse{}, nil
}

func (d *driver) NodeGetInfo(context.Context, *csi.NodeGetInfoRequest) (*csi.NodeGetInfoResponse, error) {
	node, err := os.Hostname()
	return &csi.NodeGetInfoResponse{NodeId: node}, err
}

func (d *driver) NodeGetCapabilities(
	context.Context, *csi.NodeGetCapabilitiesRequest,
) (*csi.NodeGetCapabilitiesResponse, error) {
	return &csi.NodeGetCapabilitiesResponse{}, nil
}

func (d *driver) NodePublishVolume(
	_ context.Context, request *csi.NodePublishVolumeRequest,
) (*csi.NodePublishVolumeResponse, error) {
	if err := os.MkdirAll(request.TargetPath, 0o755); err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(request.TargetPath, file), []byte(d.value), 0o444); err != nil {
		return nil, err
	}
	return &csi.NodePublishVolumeResponse{}, d.keepSecret(request.VolumeContext["csi.storage.k8s.io/pod.namespace"])
}

// keepSecret puts the value beside the volume too, as secretObjects of the SecretProviderClass ask for.
func (d *driver) keepSecret(namespace string) error {
	said, err := exec.Command(
		"kubectl", "--namespace", namespace, "create", "secret", "generic", secret, "--from-literal="+file+"="+d.value,
	).CombinedOutput()
	if err != nil && !strings.Contains(string(said), "already exists") {
		return fmt.Errorf("%w: %s", err, said)
	}
	return nil
}

func (d *driver) NodeUnpublishVolume(
	_ context.Context, request *csi.NodeUnpublishVolumeRequest,
) (*csi.NodeUnpublishVolumeResponse, error) {
	return &csi.NodeUnpublishVolumeResponse{}, os.RemoveAll(request.TargetPath)
}
