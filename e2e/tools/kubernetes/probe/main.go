// Command probe is what a test needs inside a pod or beside the cluster: something that answers, something that
// asks, something that asks for long, and something that takes memory.
package main

import (
	"fmt"
	"os"
)

var commands = map[string]func(arguments []string) error{
	"serve": serve,
	"try":   try,
	"load":  load,
	"take":  take,
}

func main() {
	if len(os.Args) < 2 || commands[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "probe serve PORT... | try ADDRESS... | load URL FILE CLIENTS PAUSE RETRIES | take MIB")
		os.Exit(2)
	}
	if err := commands[os.Args[1]](os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
