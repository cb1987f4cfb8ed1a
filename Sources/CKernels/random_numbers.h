// Uniforms and normals drawn with Philox.
#ifndef RANDOM_NUMBERS_H
#define RANDOM_NUMBERS_H

#include "bits.h"
#include "philox.h"

/// Which tensor.
typedef struct {
  uint64_t seed;
  uint32_t layer, kind;
} stream;

enum { batch = 32 };  // blocks drawn at a time

/// The random words of blocks first ... first + batch - 1, two to a block: the first of each, then the
/// second of each.
INLINE void words_of(stream s, uint64_t first, uint64_t *restrict words) {
  // Two registers at a time hide the latency of the products.
#pragma clang loop vectorize(assume_safety) interleave_count(2)
  for (size_t i = 0; i < batch; i++) {
    uint64_t block = first + i;
    uint64_t c[4] = {block, block >> 32, s.layer, s.kind};
    philox(c, (uint32_t)s.seed, (uint32_t)(s.seed >> 32));
    words[i] = c[1] << 32 | (uint32_t)c[0];
    words[batch + i] = c[3] << 32 | (uint32_t)c[2];
  }
}

/// (w >> 11) + 1 in units of 2^-53: in (0, 1]. Both steps are exact; integers become doubles by way of
/// their bits, which every instruction set does fast.
INLINE double unit_interval(uint64_t w) {
  double h = from_bits(0x4330000000000000u | w >> 32) - 0x1p52;
  double l = from_bits(0x4330000000000000u | (uint32_t)w >> 11) - (0x1p52 - 1.0);
  return h * 0x1p-32 + l * 0x1p-53;
}

/// Two independent standard normals from one word, by Box and Muller.
///
///   u = (w >> 26) + 1/2 in units of 2^-38,  r = sqrt(-2 ln u),
///   t = (w >> 1 mod 2^24) + 1/2 in units of 2^-24 of a quarter turn: z1 = +-r cos t, z2 = +-r sin t,
///
/// with the signs in the bits 0 and 25. The halves keep r and both products away from 0, and |z| below
/// 7.355. r^2 is right to 3e-12, cos and sin to 7e-14: bits that cost a third of the time, and that no
/// sample could tell.
INLINE void normals_of(uint64_t w, double *z1, double *z2) {
  double k = from_bits(0x4330000000000000u | w >> 26) - (0x1p52 - 0.5);
  // k = 2^e (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)), as in elementary_log.h
  uint64_t b = bits_of(k), moved = b + (0x3ff0000000000000u - 0x3fe6a09e667f3bcdu);
  double f = from_bits((moved & 0x000fffffffffffffu) + 0x3fe6a09e667f3bcdu) - 1.0;
  double e = from_bits(0x4330000000000000u | moved >> 52) - (0x1p52 + 1023.0 + 38.0);
  // -2 ln(1 + f) / f, minimax, in pairs (Estrin): the shortest way from f to the sum
  double f2 = f * f, f4 = f2 * f2, f8 = f4 * f4;
  double p01 = -0x1.fffffffffc5c1p+0 + f * 0x1.fffffffe9b8cap-1;
  double p23 = -0x1.5555556b3cd85p-1 + f * 0x1.00000187f3963p-1;
  double p45 = -0x1.999985d7163f7p-2 + f * 0x1.5554566ff4c62p-2;
  double p67 = -0x1.249521832a9bap-2 + f * 0x1.00244aff9f0c7p-2;
  double p89 = -0x1.c6e04f856f6cap-3 + f * 0x1.94928b9447bddp-3;
  double pab = -0x1.71de4a33eb6e5p-3 + f * 0x1.7e3a773bc9c01p-3;
  double pcd = -0x1.7839237750b6ep-3 + f * 0x1.8c031004fdd9cp-4;
  double p03 = p01 + f2 * p23, p47 = p45 + f2 * p67, p8b = p89 + f2 * pab;
  double p = (p03 + f4 * p47) + f8 * (p8b + f4 * pcd);
  double r = __builtin_sqrt(f * p + e * -0x1.62e42fefa39efp+0);
  // From the middle of the quarter: cos(t + pi/4) = (cos t - sin t)/sqrt(2), sin likewise with +. The
  // last bit of a double from 2^51 on is worth 1/2.
  double t = from_bits(0x4320000000000001u | (w & 0x1fffffeu)) - (0x1p51 + 0x1p23);
  double v = t * t, v2 = v * v, v4 = v2 * v2;
  double s01 = 0x1.1c5831add62cep-24 + v * -0x1.d3ba5c1c590a4p-74;
  double s23 = 0x1.cda1062f20353p-125 + v * -0x1.b1e9e9c5a133ap-177;
  double s45 = 0x1.dbcddaa1c3217p-230 + v * -0x1.51819b36a949ap-283;
  double c01 = 0x1.6a09e667f3a2bp-1 + v * -0x1.bea5b6070f307p-49;
  double c23 = 0x1.6f5a499eec8ecp-99 + v * -0x1.e36a9c54314efp-151;
  double c45 = 0x1.54c1e91fad5cfp-203 + v * -0x1.26c1402bb3c89p-256;
  double s = t * ((s01 + v2 * s23) + v4 * s45), c = (c01 + v2 * c23) + v4 * c45;
  *z1 = r * from_bits(bits_of(c - s) ^ w << 63);
  *z2 = r * from_bits(bits_of(c + s) ^ (w << 38 & SIGN_BIT));
}

/// Of 32 blocks the entries 0 ... 63: block by block, two to a block.
INLINE void uniform_batch(stream s, uint64_t first, double *restrict out) {
  uint64_t words[2 * batch];
  words_of(s, first, words);
  for (size_t i = 0; i < batch; i++) {
    out[2 * i] = unit_interval(words[i]);
    out[2 * i + 1] = unit_interval(words[batch + i]);
  }
}

/// Of 32 blocks the entries 0 ... 127: what a block's four normals are stands 32 entries apart, so that
/// whole registers are stored.
INLINE void normal_batch(stream s, uint64_t first, double *restrict out) {
  uint64_t words[2 * batch];
  words_of(s, first, words);
  // Four registers at a time hide the latency of the long sums.
#pragma clang loop vectorize(assume_safety) interleave_count(4)
  for (size_t i = 0; i < 2 * batch; i++) normals_of(words[i], &out[i], &out[2 * batch + i]);
}

/// Entries first ... first + n - 1 cut out of whole batches.
INLINE void fill(stream s, uint64_t first, double *out, size_t n, const int normal) {
  const size_t size = (normal ? 4 : 2) * batch;
  uint64_t number = first / size;
  size_t skipped = first % size;
  while (n > 0) {
    size_t count = n < size - skipped ? n : size - skipped;
    double whole[4 * batch];
    // A whole batch needs no copy.
    double *to = count == size ? out : whole;
    if (normal)
      normal_batch(s, number * batch, to);
    else
      uniform_batch(s, number * batch, to);
    if (to == whole) __builtin_memcpy(out, whole + skipped, count * sizeof *out);
    out += count;
    n -= count;
    number++;
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
