/// How a recurrent network makes a state h[t] of the one before, h[t−1], and of an input x[t].
///
/// ```
/// s(k)  = W(k) h[t−1] + U(k) x[t] + b(k)            of each gate k; of the candidate of gru W (r·h[t−1]) …
/// plain   h[t] = g(s)
/// gru     u, r = σ(s),  n = tanh(s),      h[t] = u·h[t−1] + (1 − u)·n
/// lstm    i, f, o = σ(s),  n = tanh(s),   c[t] = f·c[t−1] + i·n,   h[t] = o·tanh(c[t])
/// ```
/// *Source*: Cho et al. 2014 (arXiv 1406.1078, equations 5 to 8); Hochreiter and Schmidhuber 1997 with the
/// forget gate of Gers, Schmidhuber and Cummins 2000.
package enum RecurrentCell: Sendable, Hashable {
  case plain(Activation)
  case gru
  case lstm

  /// One of the sums that a step takes; each has matrices of its own.
  package enum Gate: String, Sendable, Hashable, CaseIterable {
    case update, reset, input, forget, output, candidate
  }

  /// The gates in the order of their matrices; the candidate is the last.
  package var gates: [Gate] {
    switch self {
    case .plain: [.candidate]
    case .gru: [.update, .reset, .candidate]
    case .lstm: [.input, .forget, .output, .candidate]
    }
  }

  /// What a gate's sum passes through.
  func activation(of gate: Gate) -> Activation {
    switch (self, gate) {
    case (.plain(let activation), _): activation
    case (_, .candidate): .tanh
    case (_, .update), (_, .reset), (_, .input), (_, .forget), (_, .output): .sigmoid
    }
  }
}
