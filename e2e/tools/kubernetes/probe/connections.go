package main

import (
	"fmt"
	"net"
	"sync"
	"time"
)

const patience = time.Second

// serve accepts connections on each port and answers with one line.
func serve(ports []string) error {
	failed := make(chan error)
	for _, port := range ports {
		listener, err := net.Listen("tcp", ":"+port)
		if err != nil {
			return err
		}
		go func() {
			for {
				connection, err := listener.Accept()
				if err != nil {
					failed <- err
					return
				}
				fmt.Fprintln(connection, "open")
				connection.Close()
			}
		}()
	}
	return <-failed
}

// try connects to every address at once and says of each whether somebody answered.
func try(addresses []string) error {
	var wait sync.WaitGroup
	answers := make([]string, len(addresses))
	for i, address := range addresses {
		wait.Add(1)
		go func() {
			defer wait.Done()
			answers[i] = address + " closed"
			if connection, err := net.DialTimeout("tcp", address, patience); err == nil {
				connection.Close()
				answers[i] = address + " open"
			}
		}()
	}
	wait.Wait()
	for _, answer := range answers {
		fmt.Println(answer)
	}
	return nil
}
