// libedit's source of characters (EL_GETCFN): private keys first, then the input, with sequences
// and pastes each made one character.
#include "internal.h"

#include <errno.h>

// A command that is in the middle of something (a search, vi's "f") may take the first of these
// for its own, the second ends any of them, and after that libedit is told of an error.
static int give_up(fe_editor *editor, wchar_t *scalar) {
  switch (editor->given_up++) {
    case 1: *scalar = FE_PRIVATE_GIVE_UP; return 1;
    case 2: *scalar = L'\r'; return 1;
    default: errno = EINTR; return -1;
  }
}

enum { FE_SEARCH_KEY = 'R' & 0x1F };

static bool take_queued(fe_editor *editor, wchar_t *scalar) {
  if (editor->queued == 0) return false;
  *scalar = editor->queue[0];
  editor->queued--;
  for (size_t i = 0; i < editor->queued; i++) editor->queue[i] = editor->queue[i + 1];
  return true;
}

// FE_LATE: the ESC stands alone and is still to be taken.
static fe_wait take_escape(fe_editor *editor, wchar_t *scalar) {
  fe_press press;
  bool is_paste;
  fe_wait wait = fe_take_sequence(editor, &press, &is_paste);
  if (wait != FE_READY) return wait;
  *scalar = is_paste ? FE_PRIVATE_PASTE : fe_private_key(&press);
  return is_paste ? fe_take_paste(editor) : FE_READY;
}

static bool edits_as_vi(fe_editor *editor) {
  const wchar_t *name = NULL;
  return el_wget(editor->el, EL_EDITOR, &name) == 0 && name != NULL && name[0] == L'v';
}

// libedit would wait for a second key and take it away; only vi has a meaning for an ESC alone.
static bool drop_lone_escape(fe_editor *editor, wchar_t *scalar) {
  if (edits_as_vi(editor) || !fe_escape_is_alone(editor)) return false;
  fe_consume(editor, 1);
  *scalar = FE_PRIVATE_NOTHING;
  return true;
}

// FE_LATE: what came is not for libedit.
static fe_wait take_character(fe_editor *editor, wchar_t *scalar) {
  unsigned char byte;
  fe_wait wait = fe_peek(editor, 0, -1, &byte);
  if (wait != FE_READY) return wait;
  if (byte == 0x1B) {
    wait = take_escape(editor, scalar);
    if (wait != FE_LATE) return wait;
    if (drop_lone_escape(editor, scalar)) return FE_READY;
  }
  wait = fe_take_scalar(editor, scalar);
  if (wait != FE_READY) return wait;
  bool is_private = *scalar >= 0x80 && *scalar <= 0x9F;
  if (is_private) return FE_LATE;
  if (*scalar == FE_SEARCH_KEY) {
    const LineInfoW *line = el_wline(editor->el);
    if (line->lastchar - line->buffer > FE_LONGEST_SEARCHED) *scalar = FE_PRIVATE_NOTHING;
  }
  return FE_READY;
}

int fe_get_character(EditLine *el, wchar_t *scalar) {
  fe_editor *editor = fe_editor_of(el);
  for (;;) {
    if (editor->given_up) return give_up(editor, scalar);
    if (take_queued(editor, scalar)) return 1;
    switch (take_character(editor, scalar)) {
      case FE_READY: return 1;
      case FE_LATE: break;
      case FE_EOF: return 0;
      case FE_BROKEN: editor->broken = errno; return -1;
      case FE_SIGNAL:
        if (!fe_answer_signals(editor)) editor->given_up = 1;
        break;
    }
  }
}
