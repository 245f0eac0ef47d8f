package lines

import (
	"errors"
	"io"
	"strings"
	"testing"
)

type question struct {
	Name string `json:"name"`
}

type reply struct {
	Text string `json:"text"`
}

func greet(asked question) (reply, error) {
	if asked.Name == "" {
		return reply{}, errors.New("nobody is there")
	}
	return reply{Text: "<" + asked.Name + ">"}, nil
}

func TestEachLineGetsAnAnswerInItsTurn(t *testing.T) {
	var out strings.Builder
	if err := Answer(strings.NewReader("{\"name\":\"a\"}\n\n{\"name\":\"b\"}"), &out, greet); err != nil {
		t.Fatal(err)
	}
	if want := "{\"text\":\"<a>\"}\n{\"text\":\"<b>\"}\n"; out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
}

func TestWhoeverAsksOneByOneGetsEachAnswerAtOnce(t *testing.T) {
	in, ask := io.Pipe()
	answers, out := io.Pipe()
	go Answer(in, out, greet)
	defer ask.Close()
	for _, name := range []string{"a", "b"} {
		io.WriteString(ask, "{\"name\":\""+name+"\"}\n")
		answer := make([]byte, 64)
		read, err := answers.Read(answer)
		if err != nil {
			t.Fatal(err)
		}
		if want := "{\"text\":\"<" + name + ">\"}\n"; string(answer[:read]) != want {
			t.Errorf("got %q, want %q", answer[:read], want)
		}
	}
}

func TestAnErrorEndsIt(t *testing.T) {
	for line, want := range map[string]string{
		"{\"name\":\"\"}": "nobody is there",
		"[]":              "a line is no question: json: cannot unmarshal array into Go value of type lines.question",
	} {
		err := Answer(strings.NewReader(line), io.Discard, greet)
		if err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
