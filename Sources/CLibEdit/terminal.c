// What can be asked of a terminal and of the locale.
#include "internal.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

// Only LC_CTYPE: the other categories would change how numbers are read and written.
bool fe_set_locale(void) {
  static const char *const names[] = {"", "C.UTF-8", "en_US.UTF-8"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if (setlocale(LC_CTYPE, names[i]) && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  return false;
}

bool fe_is_terminal(int descriptor) { return isatty(descriptor); }

static bool is_sane(int number) { return number >= 1 && number <= FE_LARGEST_SIZE; }

bool fe_terminal_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return is_sane(size.ws_col) && is_sane(size.ws_row);
}

bool fe_size_is_absurd(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 &&
         (size.ws_col > FE_LARGEST_SIZE || size.ws_row > FE_LARGEST_SIZE);
}

EditLine *fe_init_libedit(const char *program) {
  static const char *const names[] = {"COLUMNS", "LINES"};
  char *hidden[2] = {NULL, NULL};
  for (int i = 0; i < 2; i++) {
    const char *value = getenv(names[i]);
    if (!value || is_sane(atoi(value))) continue;
    hidden[i] = strdup(value);
    unsetenv(names[i]);
  }
  EditLine *el = el_init(program, stdin, stdout, stderr);
  for (int i = 0; i < 2; i++) {
    if (hidden[i]) setenv(names[i], hidden[i], 1);
    free(hidden[i]);
  }
  return el;
}

size_t fe_width(const char *text) {
  wchar_t *wide = fe_widen_text(text);
  size_t width = 0;
  for (const wchar_t *p = wide; p && *p; p++) {
    int columns = wcwidth(*p);
    if (columns > 0) width += (size_t)columns;
  }
  free(wide);
  return width;
}
