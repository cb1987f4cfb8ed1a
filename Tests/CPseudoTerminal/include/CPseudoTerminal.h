// Programs started by the tests: on a terminal of their own, or with their output in a pipe.
#ifndef FATHOM_CPSEUDOTERMINAL_H
#define FATHOM_CPSEUDOTERMINAL_H

#include <stddef.h>

typedef const char *_Nullable const *_Nonnull pt_strings;  // ended by NULL

// Starts a program on a new pseudo-terminal; its process, or -1. `terminal` is our end.
int pt_spawn(pt_strings arguments, pt_strings environment, int columns, int rows,
             int *_Nonnull terminal);
// Runs a program that reads `input` (may be NULL: nothing at all, "<&-") to its end; its wait
// status, or -1. `output` is to be freed and holds standard output and error.
int pt_run(pt_strings arguments, pt_strings environment, const char *_Nullable input,
           size_t input_count, char *_Nullable *_Nonnull output, size_t *_Nonnull count);
// Writes a size to a terminal, which signals its program.
void pt_resize(int terminal, int columns, int rows);
// Waits for a process; its wait status, or -1 if it has not ended in time.
int pt_wait(int process, int timeout_ms);

#endif
