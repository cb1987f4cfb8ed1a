import Notebooks
import Synchronization
import TerminalText
import Testing

/// Pieces of a statement on several threads: all is as on one.
@Suite("Pieces on several threads")
struct PiecesTests {
  static let setting = """
    s = 1.2
    L = 9
    t(n) = network(gaussian(gain: s), width: 16, depth: L, activation: tanh, seed: n)
    f(n) = rms(t(n)(ones(16)))
    a(n) = rms(activations(t(n), ones(16)))
    late(n) = f(n) + 1/(n - 300)
    mixed(n) = [f(n)]*ones(n - 299)
    grows(n) = rms(network(he(), width: n, depth: 4)(ones(n)))
    net = network(gaussian(gain: s), width: 32, depth: L, activation: tanh)
    y = net(ones(32))
    """

  static let statements = [
    "mean_over(f, 1...600)", "quantile_over(a, 1...300, share: 0.9)", "mean_over(late, 1...600)",
    "mean_over(mixed, 1...600)", "mean_over(grows, 1...100)",
    "plot rms(y) over s in 0.5...1.5", "plot rms(y) over s in 0.5...1.5 in float16, bfloat16",
    "plot 1/(rms(y) - rms(y)) over s in 0.5...1.5",
    "plot mean_over(f, 1...20) over s in [0.5, 1, 1.5]",
    "plot rms(activations(net, ones(32))) over s in [0.5, 0.7, 1, 1.2], L in [50, 80]",
    "plot rms(activations(net, ones(32))), 1/(s - 1)*a(1) over s in [0.5, 1, 2], L in [90]",
    "heatmap log10(rms(y)) over s in 0.5...1.5 by 0.05, L in 1...20",
    "heatmap log10(rms(y) - 0.2) over s in 0.1...1.5 by 0.05, L in 1...20",
    "heatmap rms(activations(net, ones(32))) over s in 0.5...1.5",
    "table rms(y) over s in 0.1...1.5 by 0.1, L in [50, 60, 70]",
  ]

  /// From all that is needed to what is refused at some piece.
  static let limits = [5e10, 1e7]

  private func outcome(_ text: String, _ limit: Double, threads: Int) -> String {
    var desk = Desk(after: Self.setting)
    desk.meter = Meter(
      limits: Meter.Limits(operations: limit, bytes: 1e9),
      threads: threads
    )
    if let failure = desk.failure(text) { return failure.report(columns: 80).plain }
    return desk.show(text)
  }

  @Test("values, failures and refusals are those of one thread", arguments: statements)
  func same(_ text: String) {
    for limit in Self.limits {
      let one = outcome(text, limit, threads: 1)
      for threads in [2, 3, 5] {
        #expect(outcome(text, limit, threads: threads) == one, "\(threads) threads, \(limit)")
      }
    }
  }

  @Test("some are refused in the middle, others fail there")
  func middle() {
    #expect(
      outcome("mean_over(grows, 1...100)", 2e7, threads: 3).contains("This would take about 2")
    )
    #expect(outcome("mean_over(late, 1...600)", 5e10, threads: 3).contains("This divides by zero"))
  }

  @Test("the share that is done grows, back by a piece at most", arguments: [1, 2, 5])
  func progress(threads: Int) throws {
    for text in Self.statements.prefix(7) {
      let shares = Shares()
      var desk = Desk(after: Self.setting)
      desk.meter = Meter(threads: threads, progress: { shares.add($0) })
      _ = desk.show(text)
      let told = shares.all
      #expect(told.allSatisfy { 0...1.000_001 ~= $0 })
      #expect(zip(told, told.dropFirst()).allSatisfy { $0 <= $1 + 0.021 }, "\(text)")
    }
  }

  @Test("is cancelled on every thread, and goes on", arguments: [1, 2, 5], [1, 100, 900])
  func cancelled(threads: Int, calls: Int) {
    for text in ["mean_over(f, 1...600)", "plot rms(y) over s in 0.5...1.5"] {
      let asked = Asked(calls)
      var desk = Desk(after: Self.setting)
      desk.meter = Meter(threads: threads, isCancelled: { asked.isOver })
      #expect(desk.failure(text)?.problem == .bound(.cancelled))
      desk.meter = Meter(threads: threads)
      #expect(desk.show("1 + 1") == "2")
    }
  }

  private final class Shares: Sendable {
    private let shares = Mutex<[Double]>([])
    func add(_ share: Double) { shares.withLock { $0.append(share) } }
    var all: [Double] { shares.withLock { $0 } }
  }

  /// Says no so many times.
  private final class Asked: Sendable {
    private let left: Atomic<Int>
    init(_ count: Int) { left = Atomic(count) }
    var isOver: Bool { left.subtract(1, ordering: .relaxed).newValue <= 0 }
  }
}
