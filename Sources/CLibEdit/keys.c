// Single keys, for a presenter and a knob.
//
// Signals stay on in this raw mode: a Ctrl-C while the caller computes between two keys sets the
// flag at once, and is the next key.
#include "internal.h"

#include <errno.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdio.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { LOOK_NS = 4000000 };  // a person sees no delay, and a computation no cost

static atomic_bool key_was_seen;
static _Atomic(int64_t) looked_at;

static struct termios cooked;

static void make_raw(fe_editor *editor) {
  if (!editor->keys_are_raw) return;
  struct termios raw = cooked;
  raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | IEXTEN);
  raw.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IGNCR | IXON);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  tcsetattr(editor->in, TCSADRAIN, &raw);
}

static void make_cooked(fe_editor *editor) {
  if (editor->keys_are_raw) tcsetattr(editor->in, TCSADRAIN, &cooked);
}

void fe_keys_begin(fe_editor *editor) {
  fflush(stdout);
  fe_clear_interrupt();
  fe_signals_watch();
  editor->keys_are_raw = isatty(editor->in) && tcgetattr(editor->in, &cooked) == 0;
  if (!editor->keys_are_raw) return;
  fe_restore_arm(editor->in, editor->out, false);
  make_raw(editor);
  fe_note_typed_ahead(editor);
}

void fe_keys_end(fe_editor *editor) {
  make_cooked(editor);
  if (editor->keys_are_raw) fe_restore_disarm();
  editor->keys_are_raw = false;
  fe_signals_unwatch();
  fe_clear_interrupt();
}

static fe_press plain_key(fe_key key) { return (fe_press){.key = key}; }

// False: nothing to tell the caller.
static bool signalled(fe_editor *editor, fe_press *press) {
  if (fe_termination()) {
    *press = (fe_press){.key = FE_KEY_TERMINATED, .detail = fe_termination()};
  } else if (fe_take_interrupt()) {
    *press = plain_key(FE_KEY_INTERRUPT);
  } else if (fe_take_stop()) {
    make_cooked(editor);
    fe_stop_here();
    fe_take_continue();
    make_raw(editor);
    *press = plain_key(FE_KEY_RESUMED);
  } else if (fe_take_continue()) {
    make_raw(editor);
    *press = plain_key(FE_KEY_RESUMED);
  } else if (fe_take_resize()) {
    *press = plain_key(FE_KEY_RESIZED);
  } else {
    return false;
  }
  return true;
}

static fe_press pressed(wchar_t scalar) {
  switch (scalar) {
    case L'\r':
    case L'\n': return plain_key(FE_KEY_ENTER);
    case L'\t': return plain_key(FE_KEY_TAB);
    case 0x03: return plain_key(FE_KEY_INTERRUPT);
    case 0x08:
    case 0x7F: return plain_key(FE_KEY_BACKSPACE);
    case 0x1B: return plain_key(FE_KEY_ESCAPE);
    default: break;
  }
  if (fe_is_text(scalar)) return (fe_press){.key = FE_KEY_CHARACTER, .scalar = (uint32_t)scalar};
  if (scalar < 0x20)
    return (fe_press){.key = FE_KEY_CONTROL, .scalar = (uint32_t)(scalar + (scalar ? 0x60 : 0x40))};
  return plain_key(FE_KEY_UNKNOWN);
}

// Alt comes as ESC and the character in one burst; a person's Escape comes alone.
static fe_press pressed_after_escape(fe_editor *editor) {
  fe_consume(editor, 1);
  unsigned char byte;
  bool is_alone = editor->input.count == editor->input.at || fe_peek(editor, 0, 0, &byte) != FE_READY;
  if (is_alone || byte < 0x20 || byte == 0x7F) return plain_key(FE_KEY_ESCAPE);
  wchar_t scalar;
  if (fe_take_scalar(editor, &scalar) != FE_READY) return plain_key(FE_KEY_ESCAPE);
  fe_press press = pressed(scalar);
  press.modifiers |= FE_ALT;
  return press;
}

bool fe_key_waits(const fe_editor *editor) {
  if (editor->input.count > editor->input.at) return true;
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  int64_t now = (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
  if (now - atomic_load(&looked_at) < LOOK_NS) return atomic_load(&key_was_seen);
  atomic_store(&looked_at, now);
  struct pollfd source = {.fd = editor->in, .events = POLLIN};
  bool waits = poll(&source, 1, 0) > 0;
  atomic_store(&key_was_seen, waits);
  return waits;
}

fe_press fe_next_key(fe_editor *editor, int timeout_ms) {
  fflush(stdout);
  atomic_store(&key_was_seen, false);
  atomic_store(&looked_at, 0);
  for (;;) {
    unsigned char byte;
    fe_press press;
    switch (fe_peek(editor, 0, timeout_ms, &byte)) {
      case FE_LATE: return plain_key(FE_KEY_TIMEOUT);
      case FE_EOF: return plain_key(FE_KEY_NO_MORE);
      case FE_BROKEN: return (fe_press){.key = FE_KEY_FAILED, .detail = errno};
      case FE_SIGNAL:
        if (signalled(editor, &press)) return press;
        break;
      case FE_READY: {
        bool is_paste;
        if (byte == 0x1B)
          return fe_take_sequence(editor, &press, &is_paste) == FE_READY
                     ? press
                     : pressed_after_escape(editor);
        wchar_t scalar;
        if (fe_take_scalar(editor, &scalar) == FE_READY) return pressed(scalar);
        break;
      }
    }
  }
}
