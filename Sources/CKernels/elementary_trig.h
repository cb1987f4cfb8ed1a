// sin and cos of a reduced argument.
#ifndef ELEMENTARY_TRIG_H
#define ELEMENTARY_TRIG_H

#include "bits.h"

/// sin(r + low) for |r| <= pi/4, as a sum: add the parts for the rounded value.
INLINE pair sine(pair r) {
  double z = r.hi * r.hi;
  // (sin r - r) / r^3, minimax, error 2^-68
  double p = -0x1.aaa563b12768ep-41;
  p = p * z + 0x1.612092f7a1495p-33;
  p = p * z + -0x1.ae645298bd714p-26;
  p = p * z + 0x1.71de3a5339dc8p-19;
  p = p * z + -0x1.a01a01a018aeap-13;
  p = p * z + 0x1.111111111110bp-7;
  p = p * z + -0x1.5555555555555p-3;
  return fast_sum(r.hi, r.hi * (z * p) + r.lo * (1.0 - 0.5 * z));
}

/// cos(r + low) for |r| <= pi/4; r^2/2 is subtracted exactly.
INLINE pair cosine(pair r) {
  double z = r.hi * r.hi;
  // (cos r - 1 + r^2/2) / r^4, minimax, error 2^-64
  double p = -0x1.8faf7ab3ff9b8p-37;
  p = p * z + 0x1.1ee9edbd5ae74p-29;
  p = p * z + -0x1.27e4f80ce9f3cp-22;
  p = p * z + 0x1.a01a019cb65f5p-16;
  p = p * z + -0x1.6c16c16c151b4p-10;
  p = p * z + 0x1.555555555554cp-5;
  double r1 = upper(r.hi);
  pair h = fast_sum(1.0, -0.5 * r1 * r1);
  return fast_sum(h.hi, h.lo + ((z * z * p - 0.5 * (r.hi - r1) * (r.hi + r1)) - r.hi * r.lo));
}

#endif
