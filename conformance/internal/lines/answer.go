// Package lines lets a program be asked many things in one process: one question a line in, one answer a line out, both JSON.
package lines

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Answer answers each line that is not empty, in turn, until there are no more. It stops at the first question that is none, and at the
// first error: what is wrong with a question itself belongs into its answer.
func Answer[Question, Reply any](in io.Reader, out io.Writer, reply func(Question) (Reply, error)) error {
	questions := bufio.NewReaderSize(in, 1<<20)
	replies := bufio.NewWriter(out)
	encoder := json.NewEncoder(replies)
	encoder.SetEscapeHTML(false)
	for {
		line, err := questions.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		last := err != nil
		if len(line) > 1 {
			var asked Question
			if err := json.Unmarshal(line, &asked); err != nil {
				return fmt.Errorf("a line is no question: %w", err)
			}
			answered, err := reply(asked)
			if err != nil {
				return err
			}
			if err := encoder.Encode(answered); err != nil {
				return err
			}
		}
		// Whoever asks one by one gets each answer at once.
		if last || questions.Buffered() == 0 {
			if err := replies.Flush(); err != nil || last {
				return err
			}
		}
	}
}
