// Our commands in libedit, and the private keys that call them.
//
// A command cannot call one of libedit's; it puts a private key, bound to that one, in front of
// the input.
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

fe_editor *fe_editor_of(EditLine *el) {
  void *editor = NULL;
  el_wget(el, EL_CLIENTDATA, &editor);
  return editor;
}

void fe_enqueue(fe_editor *editor, wchar_t key) {
  if (editor->queued < sizeof editor->queue / sizeof editor->queue[0])
    editor->queue[editor->queued++] = key;
}

// ---- Text that does not come key by key ----

static unsigned char insert(EditLine *el, const wchar_t *text) {
  return text && el_winsertstr(el, text) != -1 ? CC_REFRESH : CC_ERROR;
}

static unsigned char insert_prefill(EditLine *el, wint_t key) {
  (void)key;
  return insert(el, fe_editor_of(el)->prefill);
}

static unsigned char insert_paste(EditLine *el, wint_t key) {
  (void)key;
  wchar_t *text = fe_pasted_text(fe_editor_of(el));
  unsigned char result = text && !*text ? CC_NORM : insert(el, text);
  free(text);
  return result;
}

// ---- Rows of an entry of many lines ----

static const wchar_t *row_start(const LineInfoW *line, const wchar_t *at) {
  while (at > line->buffer && at[-1] != L'\n') at--;
  return at;
}

static const wchar_t *row_end(const LineInfoW *line, const wchar_t *at) {
  while (at < line->lastchar && *at != L'\n') at++;
  return at;
}

static unsigned char move_to(EditLine *el, const wchar_t *place) {
  el_cursor(el, (int)(place - el_wline(el)->cursor));
  return CC_CURSOR;
}

// The place in the row from `start` that is as far right as `column` characters allow.
static const wchar_t *place_in(const LineInfoW *line, const wchar_t *start, ptrdiff_t column) {
  const wchar_t *end = row_end(line, start);
  return end - start < column ? end : start + column;
}

static unsigned char move_up(EditLine *el, wint_t key) {
  (void)key;
  const LineInfoW *line = el_wline(el);
  const wchar_t *row = row_start(line, line->cursor);
  if (row == line->buffer) {
    fe_enqueue(fe_editor_of(el), FE_PRIVATE_PREVIOUS);
    return CC_NORM;
  }
  return move_to(el, place_in(line, row_start(line, row - 1), line->cursor - row));
}

static unsigned char move_down(EditLine *el, wint_t key) {
  (void)key;
  const LineInfoW *line = el_wline(el);
  const wchar_t *end = row_end(line, line->cursor);
  if (end == line->lastchar) {
    fe_enqueue(fe_editor_of(el), FE_PRIVATE_NEXT);
    return CC_NORM;
  }
  return move_to(el, place_in(line, end + 1, line->cursor - row_start(line, line->cursor)));
}

static unsigned char move_home(EditLine *el, wint_t key) {
  (void)key;
  const LineInfoW *line = el_wline(el);
  return move_to(el, row_start(line, line->cursor));
}

static unsigned char move_end(EditLine *el, wint_t key) {
  (void)key;
  const LineInfoW *line = el_wline(el);
  return move_to(el, row_end(line, line->cursor));
}

// libedit's own steps before the buffer of an empty line in vi mode, and what is deleted then corrupts the heap.
// The argument and the operator of d$ are kept for it.
static unsigned char move_to_vi_end(EditLine *el, wint_t key) {
  (void)key;
  const LineInfoW *line = el_wline(el);
  if (line->buffer == line->lastchar) return CC_NORM;
  fe_enqueue(fe_editor_of(el), FE_PRIVATE_VI_END);
  return CC_ARGHACK;
}

static unsigned char insert_newline(EditLine *el, wint_t key) {
  (void)key;
  return insert(el, L"\n");
}

static unsigned char do_nothing(EditLine *el, wint_t key) {
  (void)el, (void)key;
  return CC_NORM;
}

// ---- Completion ----

static unsigned char complete(EditLine *el, wint_t key) {
  (void)key;
  fe_editor *editor = fe_editor_of(el);
  if (!editor->completer) return CC_ERROR;
  const LineInfoW *line = el_wline(el);
  fe_bytes text = {0};
  size_t cursor = 0;
  bool is_whole = true;
  for (const wchar_t *p = line->buffer; p < line->lastchar && is_whole; p++) {
    if (p == line->cursor) cursor = text.count;
    is_whole = fe_encode(&text, *p);
  }
  if (line->cursor == line->lastchar) cursor = text.count;
  size_t length = text.count;
  is_whole = is_whole && fe_bytes_add(&text, "", 1);
  editor->completed = false;
  if (is_whole) editor->completer(editor->completer_context, (char *)text.at, length, cursor);
  fe_bytes_free(&text);
  return editor->completed ? CC_REFRESH : CC_ERROR;
}

void fe_replace(fe_editor *editor, size_t start, const char *text) {
  const LineInfoW *line = el_wline(editor->el);
  const wchar_t *from = line->buffer;
  fe_bytes before = {0};
  while (from < line->cursor && before.count < start && fe_encode(&before, *from)) from++;
  fe_bytes_free(&before);
  wchar_t *wide = fe_widen_text(text);
  if (!wide) return;
  if (from < line->cursor) el_wdeletestr(editor->el, (int)(line->cursor - from));
  editor->completed = !*wide || el_winsertstr(editor->el, wide) != -1;
  free(wide);
}

// The cursor first goes to the end of the text, because what is shown stands below the last row;
// the refresh that follows this command moves it there.
void fe_list(fe_editor *editor, const char *rows) {
  const LineInfoW *line = el_wline(editor->el);
  free(editor->listing);
  editor->listing = strdup(rows);
  editor->listing_cursor = (size_t)(line->cursor - line->buffer);
  el_cursor(editor->el, (int)(line->lastchar - line->cursor));
  fe_enqueue(editor, FE_PRIVATE_SHOW);
  editor->completed = true;
}

static unsigned char show_listing(EditLine *el, wint_t key) {
  (void)key;
  fe_editor *editor = fe_editor_of(el);
  if (!editor->listing) return CC_ERROR;
  fputs("\r\n", stdout);
  for (const char *p = editor->listing; *p; p++) {
    if (*p == '\n') fputc('\r', stdout);
    fputc(*p, stdout);
  }
  fputs("\r\n", stdout);
  const LineInfoW *line = el_wline(el);
  el_cursor(el, (int)(line->buffer + editor->listing_cursor - line->cursor));
  el_wset(el, EL_REFRESH);
  free(editor->listing);
  editor->listing = NULL;
  return CC_NORM;
}

void fe_set_completer(fe_editor *editor, fe_completer completer, void *context) {
  editor->completer = completer;
  editor->completer_context = context;
}

void fe_add_commands(EditLine *el) {
  // libedit keeps the pointers to these strings
  static const struct {
    const wchar_t *name, *help;
    unsigned char (*function)(EditLine *, wint_t);
  } commands[] = {
      {L"fathom-prefill", L"Insert the text to be changed", insert_prefill},
      {L"fathom-paste", L"Insert what was pasted", insert_paste},
      {L"fathom-up", L"Up a row, then to the previous entry", move_up},
      {L"fathom-down", L"Down a row, then to the next entry", move_down},
      {L"fathom-home", L"To the start of the row", move_home},
      {L"fathom-end", L"To the end of the row", move_end},
      {L"fathom-vi-end", L"To the end of the line, if there is one", move_to_vi_end},
      {L"fathom-newline", L"Insert a newline", insert_newline},
      {L"fathom-complete", L"Complete what stands before the cursor", complete},
      {L"fathom-show", L"Show the candidates", show_listing},
      {L"fathom-nothing", L"Do nothing", do_nothing},
  };
  for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
    el_wset(el, EL_ADDFN, commands[i].name, commands[i].help, commands[i].function);
}
