// Input: the bytes from the terminal or pipe. One buffer serves edited lines, plain lines and
// single keys, so that what was typed ahead is never lost between them.
#include "internal.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum {
  ESCAPE_MS = 50,     // a sequence follows its ESC at once; a person does not
  SEQUENCE_MS = 500,  // once begun it is certain; slow lines split it
  SCALAR_MS = 500,
  LONGEST_SEQUENCE = 64,
};

void fe_note_typed_ahead(fe_editor *editor) {
  int count;
  bool is_known = ioctl(editor->in, FIONREAD, &count) == 0 && count > 0;
  editor->input.typed_ahead = is_known ? (size_t)count : 0;
}

// A cooked terminal takes a Ctrl-D for the end of its input, and hands it out as NUL when it is raw.
static void restore_ends(fe_input *input, unsigned char *bytes, size_t count) {
  for (size_t i = 0; i < count && input->typed_ahead > 0; i++, input->typed_ahead--)
    if (bytes[i] == 0) bytes[i] = 'D' & 0x1F;
}

// Reads what is there into the buffer, waiting until something is.
static fe_wait fill(fe_editor *editor, int timeout_ms) {
  fe_input *input = &editor->input;
  if (input->at > 0) {
    memmove(input->bytes, input->bytes + input->at, input->count - input->at);
    input->count -= input->at;
    input->at = 0;
  }
  for (;;) {
    if (fe_signals_pending()) return FE_SIGNAL;
    struct pollfd sources[2] = {
        {.fd = editor->in, .events = POLLIN},
        {.fd = fe_signals_wake_descriptor(), .events = POLLIN},
    };
    int ready = poll(sources, 2, timeout_ms);
    if (ready == 0) return FE_LATE;
    if (ready < 0) {
      if (errno == EINTR || errno == EAGAIN) continue;
      return FE_BROKEN;
    }
    if (sources[1].revents) {
      fe_signals_drain();
      continue;
    }
    ssize_t n = read(
        editor->in, input->bytes + input->count, sizeof input->bytes - input->count);
    if (n > 0) {
      restore_ends(input, input->bytes + input->count, (size_t)n);
      input->count += (size_t)n;
      return FE_READY;
    }
    if (n == 0) return FE_EOF;
    if (errno == EINTR || errno == EAGAIN) continue;
    // the terminal is gone, or the input was closed before we began: nothing will come
    return errno == EIO || errno == EBADF ? FE_EOF : FE_BROKEN;
  }
}

fe_wait fe_peek(fe_editor *editor, size_t ahead, int timeout_ms, unsigned char *byte) {
  fe_input *input = &editor->input;
  while (input->count - input->at <= ahead) {
    fe_wait wait = fill(editor, timeout_ms);
    if (wait != FE_READY) return wait;
  }
  *byte = input->bytes[input->at + ahead];
  return FE_READY;
}

void fe_consume(fe_editor *editor, size_t count) { editor->input.at += count; }

fe_wait fe_take_scalar(fe_editor *editor, wchar_t *scalar) {
  unsigned char bytes[4];
  for (size_t n = 0; n < sizeof bytes; n++) {
    fe_wait wait = fe_peek(editor, n, n == 0 ? -1 : SCALAR_MS, &bytes[n]);
    if (wait != FE_READY) {
      if (n == 0) return wait;
      break;
    }
    int used = fe_decode(bytes, n + 1, scalar);
    if (used > 0) {
      fe_consume(editor, (size_t)used);
      return FE_READY;
    }
    if (used < 0) break;
  }
  *scalar = 0xFFFD;
  fe_consume(editor, 1);
  return FE_READY;
}

fe_wait fe_take_sequence(fe_editor *editor, fe_press *press, bool *is_paste) {
  fe_input *input = &editor->input;
  for (;;) {
    size_t count = input->count - input->at;
    int used = fe_sequence(input->bytes + input->at, count, press, is_paste);
    if (used > 0) {
      fe_consume(editor, (size_t)used);
      return FE_READY;
    }
    if (used < 0 || count > LONGEST_SEQUENCE) return FE_LATE;
    unsigned char next;
    fe_wait wait = fe_peek(editor, count, count == 1 ? ESCAPE_MS : SEQUENCE_MS, &next);
    if (wait != FE_READY) return FE_LATE;
  }
}

bool fe_escape_is_alone(fe_editor *editor) {
  unsigned char next;
  return fe_peek(editor, 1, SEQUENCE_MS, &next) == FE_LATE;
}
