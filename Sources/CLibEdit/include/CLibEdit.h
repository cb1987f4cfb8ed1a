// The line editor of fathom: libedit's wide interface behind plain C types and UTF-8.
//
// One editor at a time. Every call but the interrupt flag's belongs to the main thread. Nothing of
// <histedit.h> shows here, so a Swift importer never sees libedit's variadic calls or its FILE *.
#ifndef FATHOM_CLIBEDIT_H
#define FATHOM_CLIBEDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct fe_editor fe_editor;

// ---- Opening and closing (editor.c) ----

// Opens the editor on file descriptors 0 and 1. libedit is used when both are terminals; otherwise
// `fe_read` reads plain lines. NULL without memory or when an editor is open already.
fe_editor *_Nullable fe_open(const char *_Nonnull program, bool reads_editrc);
void fe_close(fe_editor *_Nonnull editor);

// Whether lines are edited (true) or read plainly (false).
bool fe_is_interactive(const fe_editor *_Nonnull editor);

// Chooses vi or emacs keys, and puts our own bindings back.
void fe_use_vi_keys(fe_editor *_Nonnull editor, bool vi);

// ---- Reading a line (editor.c, plain.c) ----

typedef enum fe_outcome {
  FE_LINE,         // text is a line, without its newline
  FE_END,          // Ctrl-D on an empty line, end of the file, terminal gone
  FE_INTERRUPTED,  // Ctrl-C: the line is dropped
  FE_TERMINATED,   // SIGTERM, SIGHUP or SIGQUIT, in `detail`
  FE_FAILED,       // errno in `detail`
} fe_outcome;

typedef struct fe_reading {
  fe_outcome outcome;
  int detail;
  const char *_Nullable text;  // UTF-8 when edited, any bytes when plain; valid until the next call
  size_t length;
} fe_reading;

// Reads one line. Text between two U+0001 in `prompt` has no width (colours). `prefill` may be NULL.
fe_reading fe_read(
    fe_editor *_Nonnull editor, const char *_Nonnull prompt, const char *_Nullable prefill);

// ---- History in memory (history.c) ----

void fe_history_limit(fe_editor *_Nonnull editor, int entries);
void fe_history_add(fe_editor *_Nonnull editor, const char *_Nonnull entry);

// ---- Completion (commands.c) ----

// Called for TAB, inside `fe_read`; `cursor` counts bytes. Answers by calling `fe_replace` or
// `fe_list` once, or not at all when nothing fits.
typedef void (*fe_completer)(
    void *_Nullable context, const char *_Nonnull line, size_t length, size_t cursor);
void fe_set_completer(
    fe_editor *_Nonnull editor, fe_completer _Nullable completer, void *_Nullable context);

// Puts `text` in place of the line from byte `start` to the cursor.
void fe_replace(fe_editor *_Nonnull editor, size_t start, const char *_Nonnull text);
// Shows `rows` (separated by "\n") below the line, then the line again.
void fe_list(fe_editor *_Nonnull editor, const char *_Nonnull rows);

// ---- Single keys (keys.c) ----

typedef enum fe_key {
  FE_KEY_CHARACTER,  // in `scalar`
  FE_KEY_UP,
  FE_KEY_DOWN,
  FE_KEY_LEFT,
  FE_KEY_RIGHT,
  FE_KEY_HOME,
  FE_KEY_END,
  FE_KEY_PAGE_UP,
  FE_KEY_PAGE_DOWN,
  FE_KEY_ENTER,
  FE_KEY_ESCAPE,
  FE_KEY_TAB,
  FE_KEY_BACKSPACE,
  FE_KEY_DELETE,
  FE_KEY_CONTROL,     // another control character; its letter in `scalar`
  FE_KEY_UNKNOWN,     // a sequence that means nothing here
  FE_KEY_INTERRUPT,   // Ctrl-C
  FE_KEY_RESIZED,     // the window changed its size
  FE_KEY_RESUMED,     // back from Ctrl-Z: the screen must be drawn again
  FE_KEY_TIMEOUT,     // nothing came in time
  FE_KEY_NO_MORE,     // end of the input
  FE_KEY_TERMINATED,  // signal in `detail`
  FE_KEY_FAILED,      // errno in `detail`
} fe_key;

enum { FE_SHIFT = 1, FE_ALT = 2, FE_CONTROL = 4 };

typedef struct fe_press {
  fe_key key;
  int modifiers;
  uint32_t scalar;
  int detail;
} fe_press;

// Between these two, keys arrive one by one and unechoed (on a terminal).
void fe_keys_begin(fe_editor *_Nonnull editor);
void fe_keys_end(fe_editor *_Nonnull editor);
// Waits for a key; a negative timeout waits for ever.
fe_press fe_next_key(fe_editor *_Nonnull editor, int timeout_ms);
// Whether the next key is there already. While no key is taken, any thread may ask, as often as it
// likes: the terminal is looked at every few milliseconds.
bool fe_key_waits(const fe_editor *_Nonnull editor);

// ---- Ctrl-C while something runs (signals.c); any thread ----

// Whether Ctrl-C was pressed, or a signal asked for the end, since the flag was cleared.
bool fe_interrupt_requested(void);
// Forgets a Ctrl-C; a wish to end stays.
void fe_clear_interrupt(void);

// ---- The terminal (terminal.c) ----

bool fe_is_terminal(int descriptor);
enum { FE_LARGEST_SIZE = 1000 };  // columns or rows; more is a mistake somewhere
// False if the descriptor has no size to tell, or a senseless one.
bool fe_terminal_size(int descriptor, int *_Nonnull columns, int *_Nonnull rows);
// Columns that `text` takes in the locale of `fe_open`.
size_t fe_width(const char *_Nonnull text);

#endif
