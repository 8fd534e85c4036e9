package main

import (
	"fmt"
	"strconv"
	"time"
)

// take allocates and touches so many MiB, one after the other, and keeps them.
func take(arguments []string) error {
	if len(arguments) != 1 {
		return fmt.Errorf("take MIB")
	}
	wanted, err := strconv.Atoi(arguments[0])
	if err != nil {
		return err
	}
	var taken [][]byte
	for len(taken) < wanted {
		block := make([]byte, 1<<20)
		for at := 0; at < len(block); at += 4096 {
			block[at] = 1
		}
		taken = append(taken, block)
		fmt.Println(len(taken), "MiB")
	}
	time.Sleep(time.Hour)
	return nil
}
