package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"strconv"
	"sync"
	"time"
)

// figures is what load prints: how many requests were answered with 200, how many of them not at the first try, and
// what became of the others.
type figures struct {
	Requests int            `json:"requests"`
	Good     int            `json:"good"`
	Retried  int            `json:"retried"`
	Lost     map[string]int `json:"lost"`
	MedianMs int64          `json:"medianMs"`
	P99Ms    int64          `json:"p99Ms"`
	MaxMs    int64          `json:"maxMs"`
}

const (
	longest  = 5 * time.Minute
	interval = 200 * time.Millisecond
)

// load asks one URL with some clients, each with a new connection per request, until a file exists. Each client rests
// some milliseconds after a request, and tries again so many times when it fails.
func load(arguments []string) error {
	if len(arguments) != 5 {
		return fmt.Errorf("load URL FILE CLIENTS PAUSE RETRIES")
	}
	var numbers [3]int
	for i, text := range arguments[2:] {
		number, err := strconv.Atoi(text)
		if err != nil {
			return err
		}
		numbers[i] = number
	}
	url, stop, clients, pause, retries := arguments[0], arguments[1], numbers[0], numbers[1], numbers[2]
	client := http.Client{Timeout: 10 * time.Second, Transport: &http.Transport{DisableKeepAlives: true}}
	var (
		lock  sync.Mutex
		wait  sync.WaitGroup
		took  []time.Duration
		found = figures{Lost: map[string]int{}}
		until = time.Now().Add(longest)
	)
	for range clients {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for !exists(stop) && time.Now().Before(until) {
				begun := time.Now()
				outcome, tries := ask(&client, url), 0
				for ; outcome != "" && tries < retries; tries++ {
					time.Sleep(interval)
					outcome = ask(&client, url)
				}
				lock.Lock()
				found.Requests++
				took = append(took, time.Since(begun))
				if outcome != "" {
					found.Lost[outcome]++
				} else {
					found.Good++
					found.Retried += min(tries, 1)
				}
				lock.Unlock()
				time.Sleep(time.Duration(pause) * time.Millisecond)
			}
		}()
	}
	wait.Wait()
	slices.Sort(took)
	if len(took) > 0 {
		found.MedianMs = took[len(took)/2].Milliseconds()
		found.P99Ms = took[len(took)*99/100].Milliseconds()
		found.MaxMs = took[len(took)-1].Milliseconds()
	}
	return json.NewEncoder(os.Stdout).Encode(found)
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}

// ask returns the empty string for a 200 that was read to its end.
func ask(client *http.Client, url string) string {
	response, err := client.Get(url)
	if err != nil {
		return err.Error()
	}
	defer response.Body.Close()
	if _, err := io.Copy(io.Discard, response.Body); err != nil {
		return err.Error()
	}
	if response.StatusCode != http.StatusOK {
		return response.Status
	}
	return ""
}
