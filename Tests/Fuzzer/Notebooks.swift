import DeepNetworks
import Notebooks
import TerminalText

/// Enters bytes as statements into the lecture's notebook, within small limits, and draws what comes.
func enterStatements(_ bytes: UnsafeBufferPointer<UInt8>) {
  let text = String(decoding: bytes, as: UTF8.self)
  var notebook = board
  for result in Parser.statements(of: text).prefix(8) {
    do throws(Failure) {
      let statement = try result.get()
      try notebook.define(statement)
      let output = try notebook.output(of: statement, meter: Meter(limits: limits))
      precondition(output.rendered(Layout(columns: 40, rows: 12)).width <= 40)
    } catch {
      precondition(error.range.lower <= error.source.end)
      precondition(!error.problem.message.isEmpty)
    }
  }
}

private let limits = Meter.Limits(operations: 1e5, bytes: 1e7)

private let board: Notebook = {
  var notebook = Notebook()
  let lines = [
    "s = 1.5", "L = 20", "M = s*identity(2)", "net = network(M, depth: L, last: identity(2))",
    "x = [1, 1]", "W = weights(net)", "a = activations(net, x)", "y = net(x)", "f(t) = t^2 + 1",
  ]
  for result in Parser.statements(of: lines.joined(separator: "\n")) {
    if let statement = try? result.get() { _ = try? notebook.define(statement) }
  }
  return notebook
}()
