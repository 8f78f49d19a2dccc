// Sends recorded camera pictures of many seated people into one room, through the doorman like everyone: each in three layers
// of simulcast, and a silent microphone. Reads one JSON document from stdin, says "ready" when all are in, and ends with stdin.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// Crowd is what there is to do.
type Crowd struct {
	// URL of our own server's signalling, ws:// or wss://.
	URL    string   `json:"url"`
	Origin string   `json:"origin"`
	People []Person `json:"people"`
	Layers []Layer  `json:"layers"`
}

// Person holds a seat: the cookie of the sign-in and the key to the room.
type Person struct {
	Cookie string `json:"cookie"`
	Token  string `json:"token"`
}

// Layer is one size of a picture; its frames begin with a key frame and are sent in a circle.
type Layer struct {
	RID     string   `json:"rid"`
	Width   uint32   `json:"width"`
	Height  uint32   `json:"height"`
	Kbps    uint32   `json:"kbps"`
	FPS     int      `json:"fps"`
	Frames  [][]byte `json:"frames"`
	Quality int32    `json:"quality"`
}

func run() error {
	in := bufio.NewReader(os.Stdin)
	var crowd Crowd
	if err := json.NewDecoder(in).Decode(&crowd); err != nil {
		return fmt.Errorf("what to do: %w", err)
	}
	var all sync.WaitGroup
	failed := make(chan error, len(crowd.People))
	for _, person := range crowd.People {
		all.Add(1)
		go func() {
			defer all.Done()
			if err := join(crowd, person); err != nil {
				failed <- err
			}
		}()
		time.Sleep(50 * time.Millisecond)
	}
	all.Wait()
	close(failed)
	if err, any := <-failed; any {
		return err
	}
	fmt.Println("ready")
	_, err := io.Copy(io.Discard, os.Stdin)
	return err
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
