// Redrawing the line being edited: after a resize, before a stop, after a continue.
//
// Rows are counted here because libedit, asked to redraw after a resize, writes a second prompt
// beside the first. Terminals reflow, so they are counted at the new width.
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

typedef struct position {
  int row, column;
} position;

static void advance(position *at, wchar_t scalar, int columns) {
  if (scalar == L'\n') {
    *at = (position){at->row + 1, 0};
    return;
  }
  int width = scalar == L'\t' ? 8 - at->column % 8 : wcwidth(scalar);
  if (width < 0) width = 2;  // libedit shows ^A
  if (at->column + width > columns) *at = (position){at->row + 1, 0};
  at->column += width;
  if (at->column >= columns) *at = (position){at->row + 1, 0};
}

// Where the text up to `end` leaves the cursor, from the prompt's first row.
static position position_of(fe_editor *editor, const wchar_t *end, int columns) {
  position at = {0, 0};
  bool is_hidden = false;
  for (const wchar_t *p = editor->prompt; *p; p++) {
    if (*p == 1) is_hidden = !is_hidden;
    else if (!is_hidden) advance(&at, *p, columns);
  }
  for (const wchar_t *p = el_wline(editor->el)->buffer; p < end; p++) advance(&at, *p, columns);
  return at;
}

static int columns_of(fe_editor *editor) {
  int columns, rows;
  return fe_terminal_size(editor->out, &columns, &rows) ? columns : 80;
}

// Clears from the start of `up` rows above to the end of the screen. The first row is cleared by
// itself: tmux takes a whole screen cleared from its corner for scrollback, and a wider window
// would bring it back.
static void clear_from_row(fe_editor *editor, int up) {
  if (editor->obeys_sequences) {
    if (up > 0) printf("\033[%dA", up);
    fputs("\r\0337\033[K\033[B\033[J\0338", stdout);
  } else {
    fputs("\r\n", stdout);  // a dumb terminal: begin anew below
  }
  fflush(stdout);
}

static void redraw_after_resize(fe_editor *editor) {
  if (fe_size_is_absurd(editor->out)) return;
  const wchar_t *cursor = el_wline(editor->el)->cursor;
  clear_from_row(editor, position_of(editor, cursor, columns_of(editor)).row);
  el_resize(editor->el);
  el_wset(editor->el, EL_REFRESH);
}

// So that what the shell prints does not overwrite the rows below the cursor.
static void move_below(fe_editor *editor) {
  const LineInfoW *line = el_wline(editor->el);
  int columns = columns_of(editor);
  int down = position_of(editor, line->lastchar, columns).row -
             position_of(editor, line->cursor, columns).row;
  for (int i = 0; i <= down; i++) fputc('\n', stdout);
  fputc('\r', stdout);
  fflush(stdout);
}

static void stop(fe_editor *editor) {
  move_below(editor);
  fe_paste_mode(editor, false);
  el_wset(editor->el, EL_PREP_TERM, 0);
  fe_stop_here();
}

// Out of raw mode first: libedit would not enter a mode it believes to be in, and a shell may have
// changed it behind its back (SIGSTOP).
static void resume(fe_editor *editor) {
  el_wset(editor->el, EL_PREP_TERM, 0);
  el_wset(editor->el, EL_PREP_TERM, 1);
  fe_paste_mode(editor, true);
  clear_from_row(editor, 0);  // where the shell left the cursor
  if (!fe_size_is_absurd(editor->out)) el_resize(editor->el);
  el_wset(editor->el, EL_REFRESH);
}

bool fe_answer_signals(fe_editor *editor) {
  if (fe_is_interrupted() || fe_termination()) return false;
  bool has_stopped = fe_take_stop();
  if (has_stopped) stop(editor);
  bool has_continued = fe_take_continue();
  bool was_resized = fe_take_resize();
  if (has_stopped || has_continued) resume(editor);
  else if (was_resized) redraw_after_resize(editor);
  return true;
}
