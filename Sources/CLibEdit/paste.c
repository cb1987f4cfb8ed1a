// Bracketed paste: what is pasted comes between ESC [ 200 ~ and ESC [ 201 ~ and is one input,
// whatever newlines and tabs it holds. libedit knows nothing of it.
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char begin_mode[] = "\033[?2004h", end_mode[] = "\033[?2004l";
static const char end_of_paste[] = "\033[201~";

void fe_paste_mode(fe_editor *editor, bool on) {
  if (!editor->obeys_sequences) return;
  fflush(stdout);
  (void)!write(editor->out, on ? begin_mode : end_mode, sizeof begin_mode - 1);
}

static bool ends_paste(const fe_bytes *pasted) {
  size_t length = sizeof end_of_paste - 1;
  return pasted->count >= length &&
         memcmp(pasted->at + pasted->count - length, end_of_paste, length) == 0;
}

fe_wait fe_take_paste(fe_editor *editor) {
  fe_bytes *pasted = &editor->pasted;
  pasted->count = 0;
  for (;;) {
    unsigned char byte;
    fe_wait wait = fe_peek(editor, 0, -1, &byte);
    if (wait == FE_SIGNAL && fe_answer_signals(editor)) continue;
    if (wait != FE_READY) return wait;
    fe_consume(editor, 1);
    if (byte == 0) continue;  // it would end the text
    if (!fe_bytes_add(pasted, &byte, 1)) return FE_BROKEN;
    if (byte == '~' && ends_paste(pasted)) {
      pasted->count -= sizeof end_of_paste - 1;
      return FE_READY;
    }
  }
}

// Each kind of newline becomes one. In libedit's terminal mode the kernel swaps CR and NL (ICRNL and
// INLCR), so NL CR is what was CR NL. The last newlines would only be empty rows.
wchar_t *fe_pasted_text(fe_editor *editor) {
  wchar_t *text = fe_widen(editor->pasted.at, editor->pasted.count);
  if (!text) return NULL;
  size_t length = 0;
  for (const wchar_t *p = text; *p; p++) {
    if (p[0] == L'\n' && p[1] == L'\r') continue;
    wchar_t scalar = *p == L'\r' ? L'\n' : *p;
    if (fe_is_text(scalar)) text[length++] = scalar;
  }
  while (length > 0 && text[length - 1] == L'\n') length--;
  text[length] = 0;
  return text;
}
