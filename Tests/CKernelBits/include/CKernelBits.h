// What every kernel makes of the same inputs, as one hash per kernel: the same on any processor.
#ifndef FATHOM_CKERNELBITS_H
#define FATHOM_CKERNELBITS_H

#include <stdint.h>

// Calls `record` with the name of each kernel and the hash of its results, for the instruction set in use.
void kb_each(void (*_Nonnull record)(void *_Nullable context, const char *_Nonnull name, uint64_t hash),
             void *_Nullable context);

#endif
