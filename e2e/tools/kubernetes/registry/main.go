// Command registry serves images as a registry does: registry ADDRESS NAME=FILE... with FILE a saved image (.tar) or
// a program that becomes an image of itself alone. It prints each image by its digest.
package main

import (
	"archive/tar"
	"bytes"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"strings"

	"github.com/google/go-containerregistry/pkg/name"
	"github.com/google/go-containerregistry/pkg/registry"
	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/empty"
	"github.com/google/go-containerregistry/pkg/v1/mutate"
	"github.com/google/go-containerregistry/pkg/v1/remote"
	"github.com/google/go-containerregistry/pkg/v1/tarball"
)

func main() {
	if err := run(os.Args[1], os.Args[2:]); err != nil {
		log.Fatal(err)
	}
}

func run(address string, images []string) error {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	ended := make(chan error)
	go func() { ended <- http.Serve(listener, registry.New(registry.Logger(log.New(os.Stderr, "", 0)))) }()
	for _, each := range images {
		repository, file, _ := strings.Cut(each, "=")
		if err := push(address, repository, file); err != nil {
			return err
		}
	}
	fmt.Println("ready")
	return <-ended
}

func push(address, repository, file string) error {
	image, err := read(file)
	if err != nil {
		return err
	}
	tag, err := name.NewTag(address+"/"+repository, name.Insecure)
	if err != nil {
		return err
	}
	if err := remote.Write(tag, image); err != nil {
		return err
	}
	digest, err := image.Digest()
	fmt.Printf("%s %s\n", repository, digest)
	return err
}

func read(file string) (v1.Image, error) {
	if strings.HasSuffix(file, ".tar") {
		return tarball.ImageFromPath(file, nil)
	}
	layer, err := layer(file)
	if err != nil {
		return nil, err
	}
	image, err := mutate.AppendLayers(empty.Image, layer)
	if err != nil {
		return nil, err
	}
	return mutate.Config(image, v1.Config{Entrypoint: []string{"/program"}})
}

func layer(file string) (v1.Layer, error) {
	program, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var archive bytes.Buffer
	writer := tar.NewWriter(&archive)
	if err := writer.WriteHeader(&tar.Header{Name: "program", Size: int64(len(program)), Mode: 0o755}); err != nil {
		return nil, err
	}
	if _, err := writer.Write(program); err != nil {
		return nil, err
	}
	if err := writer.Close(); err != nil {
		return nil, err
	}
	return tarball.LayerFromOpener(func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(archive.Bytes())), nil
	})
}
