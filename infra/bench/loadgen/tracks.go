package main

import (
	"crypto/rand"
	"sync/atomic"
	"time"

	"github.com/livekit/protocol/livekit"
	"github.com/pion/rtcp"
	"github.com/pion/rtp"
	"github.com/pion/rtp/codecs"
	"github.com/pion/sdp/v3"
	"github.com/pion/webrtc/v4"
	"github.com/pion/webrtc/v4/pkg/media"
)

const packetBytes = 1200

var vp8 = webrtc.RTPCodecCapability{MimeType: webrtc.MimeTypeVP8, ClockRate: 90000}
var opus = webrtc.RTPCodecCapability{MimeType: webrtc.MimeTypeOpus, ClockRate: 48000, Channels: 2}

// The smallest Opus frame there is: 20 ms of silence.
var silence = []byte{0xf8, 0xff, 0xfe}

type camera struct {
	publisher *publisher
	sender    *webrtc.RTPSender
	tracks    []*webrtc.TrackLocalStaticRTP
	// Asked for a key frame since the last one, by layer.
	keys []atomic.Bool
}

func (p *publisher) addTrack(request *livekit.AddTrackRequest) error {
	return p.send(&livekit.SignalRequest{Message: &livekit.SignalRequest_AddTrack{AddTrack: request}})
}

func (p *publisher) addCamera() (*camera, error) {
	layers := p.crowd.Layers
	id := rand.Text()
	c := &camera{publisher: p, keys: make([]atomic.Bool, len(layers))}
	for _, layer := range layers {
		track, err := webrtc.NewTrackLocalStaticRTP(vp8, id, id, webrtc.WithRTPStreamID(layer.RID))
		if err != nil {
			return nil, err
		}
		c.tracks = append(c.tracks, track)
	}
	var err error
	if c.sender, err = p.peer.AddTrack(c.tracks[0]); err != nil {
		return nil, err
	}
	for _, track := range c.tracks[1:] {
		if err := c.sender.AddEncoding(track); err != nil {
			return nil, err
		}
	}
	largest := layers[len(layers)-1]
	request := &livekit.AddTrackRequest{
		Cid: id, Type: livekit.TrackType_VIDEO, Source: livekit.TrackSource_CAMERA, Width: largest.Width, Height: largest.Height,
		SimulcastCodecs: []*livekit.SimulcastCodec{{Codec: "vp8", Cid: id}},
	}
	for _, layer := range layers {
		request.Layers = append(request.Layers, &livekit.VideoLayer{
			Quality: livekit.VideoQuality(layer.Quality), Width: layer.Width, Height: layer.Height, Bitrate: layer.Kbps * 1000,
		})
	}
	return c, p.addTrack(request)
}

func (c *camera) start() {
	var mid string
	for _, transceiver := range c.publisher.peer.GetTransceivers() {
		if transceiver.Sender() == c.sender {
			mid = transceiver.Mid()
		}
	}
	extensions := map[string]uint8{}
	for _, extension := range c.sender.GetParameters().HeaderExtensions {
		extensions[extension.URI] = uint8(extension.ID)
	}
	for n, layer := range c.publisher.crowd.Layers {
		go c.listen(n, layer.RID)
		go c.sendLayer(n, layer, mid, extensions)
	}
}

// The SFU asks for a key frame when somebody begins to look.
func (c *camera) listen(n int, rid string) {
	for {
		packets, _, err := c.sender.ReadSimulcastRTCP(rid)
		if err != nil {
			return
		}
		for _, packet := range packets {
			switch packet.(type) {
			case *rtcp.PictureLossIndication, *rtcp.FullIntraRequest:
				c.keys[n].Store(true)
			}
		}
	}
}

func (c *camera) sendLayer(n int, layer Layer, mid string, extensions map[string]uint8) {
	packetizer := rtp.NewPacketizer(packetBytes, 0, 0, &codecs.VP8Payloader{EnablePictureID: true}, rtp.NewRandomSequencer(), vp8.ClockRate)
	next := 0
	for range time.Tick(time.Second / time.Duration(layer.FPS)) {
		if c.keys[n].Swap(false) {
			next = 0
		}
		for _, packet := range packetizer.Packetize(layer.Frames[next], vp8.ClockRate/uint32(layer.FPS)) {
			_ = packet.SetExtension(extensions[sdp.SDESMidURI], []byte(mid))
			_ = packet.SetExtension(extensions[sdp.SDESRTPStreamIDURI], []byte(layer.RID))
			if c.tracks[n].WriteRTP(packet) != nil {
				return
			}
		}
		next = (next + 1) % len(layer.Frames)
	}
}

type microphone struct{ track *webrtc.TrackLocalStaticSample }

func (p *publisher) addMicrophone() (*microphone, error) {
	id := rand.Text()
	track, err := webrtc.NewTrackLocalStaticSample(opus, id, id)
	if err != nil {
		return nil, err
	}
	if _, err := p.peer.AddTrack(track); err != nil {
		return nil, err
	}
	return &microphone{track}, p.addTrack(&livekit.AddTrackRequest{
		Cid: id, Type: livekit.TrackType_AUDIO, Source: livekit.TrackSource_MICROPHONE, DisableRed: true,
	})
}

func (m *microphone) start() {
	go func() {
		for range time.Tick(20 * time.Millisecond) {
			if m.track.WriteSample(media.Sample{Data: silence, Duration: 20 * time.Millisecond}) != nil {
				return
			}
		}
	}()
}
