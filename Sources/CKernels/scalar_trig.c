// sin and cos for every finite argument, and atan. One number at a time, so branches are fine.
#include "CKernels.h"
#include "elementary_trig.h"

__extension__ typedef unsigned __int128 uint128;

/// Bits of 2/pi from weight 2^63 on (64 zeros), enough for the largest double.
static const uint64_t two_over_pi[] = {
    0,
    0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561,
    0xb7246e3a424dd2e0, 0x06492eea09d1921c, 0xfe1deb1cb129a73e, 0xe88235f52ebb4484,
    0xe99c7026b45f7e41, 0x3991d639835339f4, 0x9c845f8bbdf9283b, 0x1ff897ffde05980f,
    0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d, 0x7527bac7ebe5f17b,
    0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab, 0xf0cfbc209af4361d,
};

/// 64 bits of 2/pi from position `bit` of the table on.
static uint64_t window(unsigned bit) {
  unsigned word = bit / 64, offset = bit % 64;
  uint64_t high = two_over_pi[word] << offset;
  return offset == 0 ? high : high | two_over_pi[word + 1] >> (64 - offset);
}

/// The highest 53 bits of f 2^-128 (f not 0) as a double, and the 53 below them.
static pair fraction(uint128 f) {
  uint64_t high = (uint64_t)(f >> 64), low = (uint64_t)f;
  // Each part has at most 32 bits, so that conversions and the first sum round nothing away
  // that the sums of pairs do not keep.
  pair top = fast_sum((double)(high >> 32) * 0x1p-32, (double)(uint32_t)high * 0x1p-64);
  double rest = (double)(low >> 32) * 0x1p-96 + (double)(uint32_t)low * 0x1p-128;
  pair sum = fast_sum(top.hi, rest);
  return fast_sum(sum.hi, sum.lo + top.lo);
}

/// a b for a pair a and b = b1 + b2 with b1 of 26 bits.
static pair times(pair a, double b1, double b2) {
  double a1 = upper(a.hi), a2 = (a.hi - a1) + a.lo;
  pair p = fast_sum(a1 * b1, a1 * b2 + a2 * b1);
  return fast_sum(p.hi, p.lo + a2 * b2);
}

typedef struct {
  pair r;             // in [-pi/4, pi/4]
  unsigned quadrant;  // x = r + quadrant pi/2, modulo 2 pi
} reduced;

/// Payne and Hanek 1983: of x 2/pi only the two bits before the point and those after are formed.
/// With x = M 2^e, bits of 2/pi of weight 2^(2-e) and more contribute multiples of 4 and are left
/// out; 192 bits from there on leave a remainder good to 2^-137, and no double comes closer to a
/// multiple of pi/2 than 2^-62.
static reduced reduce(double x) {
  double a = magnitude(x);
  if (a < 0x1.921fb54442d18p-1) return (reduced){{x, 0.0}, 0};
  uint64_t b = bits_of(a);
  int e = (int)(b >> 52) - 1075;
  uint64_t m = (b & 0x000fffffffffffffu) | 0x0010000000000000u;
  unsigned first = (unsigned)(e + 62);  // the position of weight 2^(1-e)
  uint128 low = (uint128)m * window(first + 128);
  uint128 middle = (uint128)m * window(first + 64) + (uint64_t)(low >> 64);
  uint64_t high = m * window(first) + (uint64_t)(middle >> 64);
  // high : middle : low in units of 2^-190
  unsigned quadrant = (unsigned)(high >> 62);
  uint128 f = (uint128)high << 66 | (uint128)(uint64_t)middle << 2 | (uint64_t)low >> 62;
  int above = (int)(f >> 127);  // more than half a quadrant: count from the next one
  if (above) f = -f;
  quadrant += (unsigned)above;
  pair r = times(fraction(f), 0x1.921fb50000000p+0, 0x1.110b4611a6263p-26);
  int negative = above != (x < 0.0);
  if (x < 0.0) quadrant = -quadrant;
  return (reduced){negative ? (pair){-r.hi, -r.lo} : r, quadrant & 3};
}

double fk_sin1(double x) {
  if (x - x != 0.0) return NOT_A_NUMBER;
  if (x == 0.0) return x;
  reduced a = reduce(x);
  double y = a.quadrant & 1 ? cosine(a.r).hi : sine(a.r).hi;
  return a.quadrant & 2 ? -y : y;
}

double fk_cos1(double x) {
  if (x - x != 0.0) return NOT_A_NUMBER;
  reduced a = reduce(x);
  double y = a.quadrant & 1 ? sine(a.r).hi : cosine(a.r).hi;
  return (a.quadrant + 1) & 2 ? -y : y;
}

/// atan a = base + atan q, where q = a, (a - 1) / (a + 1) or -1 / a has |q| <= sqrt(2) - 1.
double fk_atan1(double x) {
  double a = magnitude(x);
  pair base = {0.0, 0.0}, q = {a, 0.0};
  if (a > 0x1p60) {
    base = (pair){0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54};
    q.hi = 0.0;
  } else if (a > 0x1.3504f333f9de6p+1) {
    base = (pair){0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54};
    q = quotient((pair){-1.0, 0.0}, (pair){a, 0.0});
  } else if (a > 0x1.a827999fcef32p-2) {
    base = (pair){0x1.921fb54442d18p-1, 0x1.1a62633145c07p-55};
    q = quotient(exact_sum(a, -1.0), exact_sum(a, 1.0));
  }
  q = fast_sum(q.hi, q.lo);
  double z = q.hi * q.hi;
  // (atan q - q) / q^3, minimax, error 2^-64
  double p = 0x1.f1b70e71303adp-7;
  p = p * z + -0x1.122dc1c3abb41p-5;
  p = p * z + 0x1.70ea17c82907cp-5;
  p = p * z + -0x1.ab7d085f3de81p-5;
  p = p * z + 0x1.e171fc2d97eacp-5;
  p = p * z + -0x1.110c7383d99e3p-4;
  p = p * z + 0x1.3b136e4d4fe4ap-4;
  p = p * z + -0x1.745d14bc32884p-4;
  p = p * z + 0x1.c71c71b765e5cp-4;
  p = p * z + -0x1.2492492475c27p-3;
  p = p * z + 0x1.999999999965bp-3;
  p = p * z + -0x1.5555555555554p-2;
  pair s = fast_sum(base.hi, q.hi);
  return with_sign(s.hi + (s.lo + (base.lo + (q.lo * (1.0 - z) + q.hi * (z * p)))), x);
}
