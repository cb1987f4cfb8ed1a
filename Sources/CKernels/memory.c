// What the allocator is told.
#include <malloc.h>

#include "CKernels.h"

void fk_keep_freed_memory(void) {
#ifdef M_MMAP_THRESHOLD
  mallopt(M_MMAP_THRESHOLD, 1 << 25);
#endif
}
