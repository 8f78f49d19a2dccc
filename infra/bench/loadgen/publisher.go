package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
	"github.com/livekit/protocol/livekit"
	"github.com/pion/interceptor"
	"github.com/pion/sdp/v3"
	"github.com/pion/webrtc/v4"
	"google.golang.org/protobuf/proto"
)

const patience = 20 * time.Second

// A publisher is one person's connection: it sends and asks for nothing.
type publisher struct {
	crowd     Crowd
	socket    *websocket.Conn
	writing   sync.Mutex
	peer      *webrtc.PeerConnection
	published chan string
	answered  chan webrtc.SessionDescription
	connected chan struct{}
	early     []webrtc.ICECandidateInit
}

func engine() (*webrtc.API, error) {
	media := &webrtc.MediaEngine{}
	feedback := []webrtc.RTCPFeedback{{Type: "ccm", Parameter: "fir"}, {Type: "nack"}, {Type: "nack", Parameter: "pli"}}
	video := webrtc.RTPCodecParameters{RTPCodecCapability: webrtc.RTPCodecCapability{MimeType: webrtc.MimeTypeVP8, ClockRate: 90000, RTCPFeedback: feedback}, PayloadType: 96}
	audio := webrtc.RTPCodecParameters{RTPCodecCapability: webrtc.RTPCodecCapability{MimeType: webrtc.MimeTypeOpus, ClockRate: 48000, Channels: 2, SDPFmtpLine: "minptime=10;useinbandfec=1"}, PayloadType: 111}
	err := errors.Join(media.RegisterCodec(video, webrtc.RTPCodecTypeVideo), media.RegisterCodec(audio, webrtc.RTPCodecTypeAudio))
	for _, uri := range []string{sdp.SDESMidURI, sdp.SDESRTPStreamIDURI} {
		err = errors.Join(err, media.RegisterHeaderExtension(webrtc.RTPHeaderExtensionCapability{URI: uri}, webrtc.RTPCodecTypeVideo))
	}
	if err != nil {
		return nil, err
	}
	interceptors := &interceptor.Registry{}
	if err := errors.Join(webrtc.ConfigureRTCPReports(interceptors), webrtc.ConfigureNack(media, interceptors)); err != nil {
		return nil, err
	}
	settings := webrtc.SettingEngine{}
	settings.SetIncludeLoopbackCandidate(true)
	settings.SetIPFilter(func(ip net.IP) bool { return ip.To4() != nil })
	settings.SetNetworkTypes([]webrtc.NetworkType{webrtc.NetworkTypeUDP4})
	return webrtc.NewAPI(webrtc.WithMediaEngine(media), webrtc.WithInterceptorRegistry(interceptors), webrtc.WithSettingEngine(settings)), nil
}

// join connects one person and keeps sending for as long as the program runs.
func join(crowd Crowd, person Person) error {
	// By this protocol the SFU expects no second connection for receiving, and does not give up on who has none after a minute.
	query := url.Values{"access_token": {person.Token}, "protocol": {"2"}, "auto_subscribe": {"0"}, "sdk": {"go"}}
	header := http.Header{"Cookie": {person.Cookie}, "Origin": {crowd.Origin}}
	socket, response, err := websocket.DefaultDialer.Dial(crowd.URL+"/rtc?"+query.Encode(), header)
	if err != nil {
		if response != nil {
			return fmt.Errorf("the doorman answered %s: %w", response.Status, err)
		}
		return err
	}
	api, err := engine()
	if err != nil {
		return err
	}
	peer, err := api.NewPeerConnection(webrtc.Configuration{})
	if err != nil {
		return err
	}
	p := &publisher{
		crowd: crowd, socket: socket, peer: peer,
		published: make(chan string, 8), answered: make(chan webrtc.SessionDescription, 1), connected: make(chan struct{}),
	}
	peer.OnICECandidate(p.tellCandidate)
	var once sync.Once
	peer.OnConnectionStateChange(func(state webrtc.PeerConnectionState) {
		if state == webrtc.PeerConnectionStateConnected {
			once.Do(func() { close(p.connected) })
		}
	})
	go p.listen()
	go p.stayAlive()
	return p.publish()
}

func (p *publisher) send(message *livekit.SignalRequest) error {
	bytes, err := proto.Marshal(message)
	if err != nil {
		return err
	}
	p.writing.Lock()
	defer p.writing.Unlock()
	return p.socket.WriteMessage(websocket.BinaryMessage, bytes)
}

func (p *publisher) tellCandidate(candidate *webrtc.ICECandidate) {
	if candidate == nil {
		return
	}
	if init, err := json.Marshal(candidate.ToJSON()); err == nil {
		_ = p.send(&livekit.SignalRequest{Message: &livekit.SignalRequest_Trickle{Trickle: &livekit.TrickleRequest{CandidateInit: string(init), Target: livekit.SignalTarget_PUBLISHER}}})
	}
}

// The SFU drops whoever does not ping.
func (p *publisher) stayAlive() {
	for range time.Tick(4 * time.Second) {
		now := time.Now().UnixMilli()
		_ = p.send(&livekit.SignalRequest{Message: &livekit.SignalRequest_Ping{Ping: now}})
		_ = p.send(&livekit.SignalRequest{Message: &livekit.SignalRequest_PingReq{PingReq: &livekit.Ping{Timestamp: now}}})
	}
}

func (p *publisher) listen() {
	for {
		_, bytes, err := p.socket.ReadMessage()
		if err != nil {
			return
		}
		message := &livekit.SignalResponse{}
		if proto.Unmarshal(bytes, message) != nil {
			continue
		}
		switch said := message.Message.(type) {
		case *livekit.SignalResponse_Answer:
			p.answered <- webrtc.SessionDescription{Type: webrtc.SDPTypeAnswer, SDP: said.Answer.Sdp}
		case *livekit.SignalResponse_TrackPublished:
			p.published <- said.TrackPublished.Track.Sid
		case *livekit.SignalResponse_Trickle:
			p.takeCandidate(said.Trickle)
		}
	}
}

func (p *publisher) takeCandidate(trickle *livekit.TrickleRequest) {
	var candidate webrtc.ICECandidateInit
	isOurs := trickle.Target == livekit.SignalTarget_PUBLISHER && json.Unmarshal([]byte(trickle.CandidateInit), &candidate) == nil
	if !isOurs || strings.Contains(strings.ToLower(candidate.Candidate), " tcp ") {
		return
	}
	p.writing.Lock()
	defer p.writing.Unlock()
	if p.peer.RemoteDescription() == nil {
		p.early = append(p.early, candidate)
		return
	}
	_ = p.peer.AddICECandidate(candidate)
}

func waitFor[T any](what string, from <-chan T) (T, error) {
	select {
	case got := <-from:
		return got, nil
	case <-time.After(patience):
		var none T
		return none, fmt.Errorf("waited in vain: %s", what)
	}
}

func (p *publisher) publish() error {
	camera, err := p.addCamera()
	if err != nil {
		return err
	}
	microphone, err := p.addMicrophone()
	if err != nil {
		return err
	}
	for range 2 {
		if _, err := waitFor("the SFU took the tracks", p.published); err != nil {
			return err
		}
	}
	offer, err := p.peer.CreateOffer(nil)
	if err != nil {
		return err
	}
	if err := p.peer.SetLocalDescription(offer); err != nil {
		return err
	}
	if err := p.send(&livekit.SignalRequest{Message: &livekit.SignalRequest_Offer{Offer: &livekit.SessionDescription{Type: "offer", Sdp: offer.SDP, Id: 1}}}); err != nil {
		return err
	}
	answer, err := waitFor("the SFU answered", p.answered)
	if err != nil {
		return err
	}
	p.writing.Lock()
	err = p.peer.SetRemoteDescription(answer)
	for _, candidate := range p.early {
		err = errors.Join(err, p.peer.AddICECandidate(candidate))
	}
	p.writing.Unlock()
	if err != nil {
		return err
	}
	if _, err := waitFor("the media path stands", p.connected); err != nil {
		return err
	}
	camera.start()
	microphone.start()
	return nil
}
