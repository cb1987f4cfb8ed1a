// Compares the hashes with those of a file, for a processor that Swift's tests don't run on.
#include "CKernelBits.h"

#include <CKernels.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { MOST = 100 };

typedef struct hashes {
  char names[MOST][32];
  uint64_t values[MOST];
  int count, found, wrong;
} hashes;

static int read_hashes(const char *path, hashes *expected) {
  FILE *file = fopen(path, "r");
  if (!file) return 0;
  while (expected->count < MOST && fscanf(file, "%31s %" SCNx64, expected->names[expected->count],
                                          &expected->values[expected->count]) == 2)
    expected->count++;
  fclose(file);
  return expected->count > 0;
}

static void compare(void *context, const char *name, uint64_t hash) {
  hashes *expected = context;
  for (int i = 0; i < expected->count; i++) {
    if (strcmp(expected->names[i], name) != 0) continue;
    expected->found++;
    if (expected->values[i] == hash) return;
    expected->wrong++;
    printf("%s: %016" PRIx64 ", not %016" PRIx64 "\n", name, hash, expected->values[i]);
    return;
  }
  expected->wrong++;
  printf("%s: %016" PRIx64 " is in no file\n", name, hash);
}

int main(int count, char **arguments) {
  static hashes expected;
  if (count < 2 || !read_hashes(arguments[1], &expected)) {
    fprintf(stderr, "No hashes were read. Name their file: Tests/CKernelBits/bits.txt\n");
    return 2;
  }
  kb_each(compare, &expected);
  printf("%s: %d of %d kernels give the same bits\n", fk_isa(), expected.found - expected.wrong,
         expected.count);
  return expected.wrong > 0 || expected.found != expected.count;
}
