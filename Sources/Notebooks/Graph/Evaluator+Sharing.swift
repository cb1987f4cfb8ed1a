import DeepNetworks

extension Evaluator {
  /// Runs a part of the statement whose passes share their work, which is let go after it.
  mutating func sharing<Result, E: Error>(
    _ body: (inout Evaluator) throws(E) -> Result
  ) throws(E) -> Result {
    let outer = (shared: meter.shared, held: meter.held)
    let work = SharedWork()
    meter.shared = Meter.Shared(work)
    meter.held += 2 * Double(SharedWork.mostBytes)
    defer {
      (meter.shared, meter.held) = outer
      work.close()
    }
    return try body(&self)
  }
}
