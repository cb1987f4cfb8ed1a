// Philox4x32-10: Salmon, Moraes, Dror, Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3".
#ifndef PHILOX_H
#define PHILOX_H

#include "bits.h"

/// Turns counter c into its four random words: ten rounds of two 32 x 32 -> 64 bit products.
///
/// Each word is the lower half of its 64 bits, which is all that products see: what comes to stand in
/// the upper half needs no clearing.
INLINE void philox(uint64_t c[4], uint32_t k0, uint32_t k1) {
  uint64_t c0 = c[0], c1 = c[1], c2 = c[2], c3 = c[3];
  for (int round = 0; round < 10; round++) {
    uint64_t p = (uint64_t)(uint32_t)c0 * 0xD2511F53u, q = (uint64_t)(uint32_t)c2 * 0xCD9E8D57u;
    c0 = q >> 32 ^ (c1 ^ k0);
    c2 = p >> 32 ^ (c3 ^ k1);
    c1 = q;
    c3 = p;
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
  c[0] = c0;
  c[1] = c1;
  c[2] = c2;
  c[3] = c3;
}

#endif
