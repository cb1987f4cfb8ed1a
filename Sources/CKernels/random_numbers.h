// Uniforms and normals drawn with Philox.
#ifndef RANDOM_NUMBERS_H
#define RANDOM_NUMBERS_H

#include "elementary_log.h"
#include "elementary_trig.h"
#include "philox.h"

/// ((high, low) >> 11) + 1 in units of 2^-53: in (0, 1]. Both steps are exact; integers become
/// doubles by way of their bits, which every instruction set does fast.
INLINE double unit_interval(uint32_t low, uint32_t high) {
  double h = from_bits(0x4330000000000000u | high) - 0x1p52;
  double l = from_bits(0x4330000000000000u | (low >> 11)) - (0x1p52 - 1.0);
  return h * 0x1p-32 + l * 0x1p-53;
}

/// Which tensor.
typedef struct {
  uint64_t seed;
  uint32_t layer, kind;
} stream;

enum { batch = 32 };  // blocks drawn at a time

/// The uniforms of blocks first ... first + batch - 1.
INLINE void uniform_batch(stream s, uint64_t first, double *restrict even, double *restrict odd) {
  for (size_t i = 0; i < batch; i++) {
    uint64_t block = first + i;
    uint32_t c[4] = {(uint32_t)block, (uint32_t)(block >> 32), s.layer, s.kind};
    philox(c, (uint32_t)s.seed, (uint32_t)(s.seed >> 32));
    even[i] = unit_interval(c[0], c[1]);
    odd[i] = unit_interval(c[2], c[3]);
  }
}

INLINE void normal_batch(stream s, uint64_t first, double *restrict even, double *restrict odd) {
  uniform_batch(s, first, even, odd);
  for (size_t i = 0; i < batch; i++) {
    double radius = __builtin_sqrt(-2.0 * log_body(even[i]));
    double sine, cosine;
    sincos2pi_body(odd[i], &sine, &cosine);
    even[i] = radius * cosine;
    odd[i] = radius * sine;
  }
}

/// Entries first ... first + n - 1 cut out of whole batches of blocks.
INLINE void fill(stream s, uint64_t first, double *out, size_t n, const int normal) {
  uint64_t block = first / 2;
  size_t skipped = first % 2;
  while (n > 0) {
    double even[batch], odd[batch];
    if (normal)
      normal_batch(s, block, even, odd);
    else
      uniform_batch(s, block, even, odd);
    size_t end = n < 2 * batch - skipped ? skipped + n : 2 * batch;
    for (size_t i = skipped; i < end; i++) *out++ = i % 2 == 0 ? even[i / 2] : odd[i / 2];
    n -= end - skipped;
    block += batch;
    skipped = 0;
  }
}

static void uniforms(uint64_t seed, uint32_t layer, uint32_t kind, uint64_t first, double *out,
                     size_t n) {
  fill((stream){seed, layer, kind}, first, out, n, 0);
}

static void normals(uint64_t seed, uint32_t layer, uint32_t kind, uint64_t first, double *out,
                    size_t n) {
  fill((stream){seed, layer, kind}, first, out, n, 1);
}

#endif
