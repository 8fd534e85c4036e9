package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"sort"
	"strconv"
	"sync"
	"time"
)

// figures is what load prints: how many requests were answered with 200, and what became of the others.
type figures struct {
	Requests int            `json:"requests"`
	Good     int            `json:"good"`
	Lost     map[string]int `json:"lost"`
	MedianMs int64          `json:"medianMs"`
	P99Ms    int64          `json:"p99Ms"`
	MaxMs    int64          `json:"maxMs"`
}

// load asks one URL for some seconds with some clients, each with a new connection per request and no second try.
// PAUSE_MS is how long a client rests between two requests, SOURCE the address it asks from.
func load(arguments []string) error {
	if len(arguments) != 3 {
		return fmt.Errorf("load URL SECONDS CLIENTS")
	}
	seconds, err := strconv.Atoi(arguments[1])
	if err != nil {
		return err
	}
	clients, err := strconv.Atoi(arguments[2])
	if err != nil {
		return err
	}
	pause, _ := strconv.Atoi(os.Getenv("PAUSE_MS"))
	dialer := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(os.Getenv("SOURCE"))}}
	client := http.Client{
		Timeout:   10 * time.Second,
		Transport: &http.Transport{DialContext: dialer.DialContext, DisableKeepAlives: true},
	}
	var (
		lock  sync.Mutex
		wait  sync.WaitGroup
		took  []time.Duration
		found = figures{Lost: map[string]int{}}
		until = time.Now().Add(time.Duration(seconds) * time.Second)
	)
	for range clients {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for time.Now().Before(until) {
				begun := time.Now()
				outcome := ask(&client, arguments[0])
				lock.Lock()
				found.Requests++
				took = append(took, time.Since(begun))
				if outcome == "" {
					found.Good++
				} else {
					found.Lost[outcome]++
				}
				lock.Unlock()
				time.Sleep(time.Duration(pause) * time.Millisecond)
			}
		}()
	}
	wait.Wait()
	sort.Slice(took, func(i, j int) bool { return took[i] < took[j] })
	if len(took) > 0 {
		found.MedianMs = took[len(took)/2].Milliseconds()
		found.P99Ms = took[len(took)*99/100].Milliseconds()
		found.MaxMs = took[len(took)-1].Milliseconds()
	}
	return json.NewEncoder(os.Stdout).Encode(found)
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
