/// A forward pass through time: what every step has come to.
package struct RecurrentPass: Sendable, Hashable {
  /// h[0] … h[T].
  package let h: [Vector]
  /// c[0] … c[T] of an lstm; empty of another cell.
  package let c: [Vector]
  /// The inputs x[1] … x[T], or none.
  let inputs: [Vector]
  /// For each step, step 1 first, what stands in its gates.
  let gates: [[GateState]]

  /// ŷ: V h[T] + b, or h[T] itself.
  package let output: Vector
  /// The number format that it was computed in; nil for extended range.
  let format: NumberFormat?

  /// One gate at one step.
  struct GateState: Sendable, Hashable {
    /// s = W v + U x + b.
    let sum: Vector
    /// What the sum passes through, of it.
    let value: Vector
    /// v, which W is multiplied with: h[t−1], of gru's candidate r · h[t−1].
    let source: Vector
  }

  /// What a gate lets through at steps 1…T; `place` is its place among the cell's gates.
  package func gate(_ place: Int) -> [Vector] { gates.map { $0[place].value } }
}
