// History in memory, for Up, Down and Ctrl-R. The file is the Swift module's.
#include "internal.h"

#include <stdlib.h>

void fe_history_limit(fe_editor *editor, int entries) {
  HistEventW event;
  if (editor->history) history_w(editor->history, &event, H_SETSIZE, entries);
}

void fe_history_add(fe_editor *editor, const char *entry) {
  if (!editor->history) return;
  wchar_t *wide = fe_widen_text(entry);
  if (!wide) return;
  if (wcslen(wide) > FE_LONGEST_SEARCHED) {
    free(wide);
    return;
  }
  HistEventW event;
  history_w(editor->history, &event, H_ENTER, wide);
  free(wide);
}
