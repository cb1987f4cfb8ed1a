// Lines without an editor: a pipe, a file, or a terminal whose output goes elsewhere.
#include "internal.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

static fe_reading handed_out(fe_editor *editor) {
  return (fe_reading){
      .outcome = FE_LINE, .text = (char *)editor->text.at, .length = editor->text.count};
}

static fe_reading failed(int error) {
  return (fe_reading){.outcome = FE_FAILED, .detail = error};
}

// Enter typed ahead while keys were read one by one came as CR, which a terminal makes NL elsewhere.
static const unsigned char *end_of_line(const unsigned char *start, size_t count, bool is_typed) {
  for (size_t i = 0; i < count; i++)
    if (start[i] == '\n' || (is_typed && start[i] == '\r')) return start + i;
  return NULL;
}

fe_reading fe_read_plain(fe_editor *editor, const char *prompt) {
  fputs(prompt, stdout);
  fflush(stdout);
  fe_bytes *text = &editor->text;
  const bool is_typed = isatty(editor->in);
  text->count = 0;
  for (;;) {
    unsigned char byte;
    switch (fe_peek(editor, 0, -1, &byte)) {
      case FE_LATE: break;
      case FE_BROKEN: return failed(errno);
      case FE_EOF:
        // a last line needs no newline
        return text->count > 0 ? handed_out(editor) : (fe_reading){.outcome = FE_END};
      case FE_SIGNAL:
        fe_take_stop(), fe_take_continue(), fe_take_resize();
        if (fe_termination())
          return (fe_reading){.outcome = FE_TERMINATED, .detail = fe_termination()};
        if (fe_take_interrupt()) {
          if (isatty(editor->out)) fputs("\n", stdout), fflush(stdout);
          return (fe_reading){.outcome = FE_INTERRUPTED};
        }
        break;
      case FE_READY: {
        fe_input *input = &editor->input;
        const unsigned char *start = input->bytes + input->at;
        size_t count = input->count - input->at;
        const unsigned char *newline = end_of_line(start, count, is_typed);
        size_t taken = newline ? (size_t)(newline - start) : count;
        if (!fe_bytes_add(text, start, taken)) return failed(ENOMEM);
        fe_consume(editor, newline ? taken + 1 : taken);
        if (newline) return handed_out(editor);
        break;
      }
    }
  }
}
