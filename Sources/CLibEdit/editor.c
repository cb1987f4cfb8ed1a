// Opening, reading a line, closing.
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool is_open;

static wchar_t *prompt_of(EditLine *el) { return fe_editor_of(el)->prompt; }

static bool is_dumb(void) {
  const char *term = getenv("TERM");
  return !term || !*term || strcmp(term, "dumb") == 0;
}

static void end_libedit(fe_editor *editor) {
  if (editor->el) {
    el_wset(editor->el, EL_EDITMODE, 0);  // or el_end would throw away what was typed ahead
    el_end(editor->el);
  }
  if (editor->history) history_wend(editor->history);
  editor->el = NULL;
  editor->history = NULL;
}

static void begin_libedit(fe_editor *editor, const char *program, bool reads_editrc) {
  EditLine *el = editor->el = fe_init_libedit(program);
  editor->history = history_winit();
  if (!el || !editor->history) {
    end_libedit(editor);
    return;
  }
  HistEventW event;
  history_w(editor->history, &event, H_SETUNIQUE, 1);
  el_wset(el, EL_CLIENTDATA, editor);
  el_wset(el, EL_SIGNAL, 0);  // libedit would send each signal again, to the whole process group
  el_wset(el, EL_GETCFN, fe_get_character);
  el_wset(el, EL_PROMPT_ESC, prompt_of, L'\1');
  el_wset(el, EL_HIST, history_w, editor->history);
  el_wset(el, EL_EDITOR, L"emacs");
  fe_add_commands(el);
  if (reads_editrc) el_source(el, NULL);
  fe_bind_keys(el);
  int edits = 1;
  el_wget(el, EL_EDITMODE, &edits);
  if (!edits) end_libedit(editor);  // "edit off" in an .editrc
}

// A closed standard stream would lend its number to the next file opened, the wake pipe say.
static void occupy_standard_streams(void) {
  for (int descriptor = 0; descriptor <= 2; descriptor++)
    if (fcntl(descriptor, F_GETFD) == -1) (void)!open("/dev/null", O_RDWR);
}

fe_editor *fe_open(const char *program, bool reads_editrc) {
  if (is_open) return NULL;
  fe_editor *editor = calloc(1, sizeof *editor);
  if (!editor) return NULL;
  occupy_standard_streams();
  editor->in = STDIN_FILENO;
  editor->out = STDOUT_FILENO;
  editor->is_utf8 = fe_set_locale();
  if (!fe_signals_open()) {
    free(editor);
    return NULL;
  }
  bool is_terminal = isatty(editor->in) && isatty(editor->out);
  editor->obeys_sequences = is_terminal && !is_dumb();
  if (is_terminal && !fe_size_is_absurd(editor->out))
    begin_libedit(editor, program, reads_editrc);
  is_open = true;
  return editor;
}

void fe_close(fe_editor *editor) {
  end_libedit(editor);
  fe_signals_close();
  fe_bytes_free(&editor->pasted);
  fe_bytes_free(&editor->text);
  free(editor->listing);
  free(editor->prefill);
  free(editor->prompt);
  free(editor);
  is_open = false;
}

bool fe_is_interactive(const fe_editor *editor) { return editor->el != NULL; }

void fe_use_vi_keys(fe_editor *editor, bool vi) {
  if (!editor->el) return;
  el_wset(editor->el, EL_EDITOR, vi ? L"vi" : L"emacs");
  fe_bind_keys(editor->el);
}

static wchar_t *shown(const fe_editor *editor, const char *text) {
  wchar_t *wide = fe_widen_text(text);
  if (!editor->is_utf8)
    for (wchar_t *p = wide; p && *p; p++)
      if (*p > 0x7E) *p = L'?';
  return wide;
}

static fe_reading handed_out(fe_editor *editor, const wchar_t *line, int count) {
  if (count > 0 && line[count - 1] == L'\n') count--;
  editor->text.count = 0;
  for (int i = 0; i < count; i++)
    if (fe_is_text(line[i]) && !fe_encode(&editor->text, line[i]))
      return (fe_reading){.outcome = FE_FAILED, .detail = ENOMEM};
  return (fe_reading){
      .outcome = FE_LINE, .text = (char *)editor->text.at, .length = editor->text.count};
}

static fe_reading result(fe_editor *editor, const wchar_t *line, int count) {
  if (fe_termination())
    return (fe_reading){.outcome = FE_TERMINATED, .detail = fe_termination()};
  if (fe_take_interrupt()) return (fe_reading){.outcome = FE_INTERRUPTED};
  if (editor->broken) return (fe_reading){.outcome = FE_FAILED, .detail = editor->broken};
  if (line) return handed_out(editor, line, count);
  fputs("\n", stdout);  // libedit leaves the cursor behind the prompt
  fflush(stdout);
  return (fe_reading){.outcome = FE_END};
}

fe_reading fe_read(fe_editor *editor, const char *prompt, const char *prefill) {
  fe_clear_interrupt();
  if (fe_termination())
    return (fe_reading){.outcome = FE_TERMINATED, .detail = fe_termination()};
  if (!editor->el || fe_size_is_absurd(editor->out)) return fe_read_plain(editor, prompt);

  free(editor->prompt);
  free(editor->prefill);
  editor->prompt = shown(editor, prompt);
  editor->prefill = prefill ? shown(editor, prefill) : NULL;
  if (!editor->prompt) return fe_read_plain(editor, prompt);
  editor->queued = 0;
  editor->given_up = 0;
  editor->broken = 0;
  if (editor->prefill) fe_enqueue(editor, FE_PRIVATE_PREFILL);

  fflush(stdout);
  fe_signals_watch();
  fe_restore_arm(editor->in, editor->out, editor->obeys_sequences);
  fe_paste_mode(editor, true);
  // libedit shows the prompt first: a Ctrl-D that answers it at once would find the terminal cooked
  // and be lost.
  el_wset(editor->el, EL_PREP_TERM, 1);
  fe_note_typed_ahead(editor);
  int count = 0;
  const wchar_t *line = el_wgets(editor->el, &count);
  fe_paste_mode(editor, false);
  fe_signals_unwatch();
  fe_restore_disarm();
  return result(editor, line, count);
}
