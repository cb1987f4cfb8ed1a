import CLibEdit

/// The wish to stop what runs: Ctrl-C, or a signal that asks for the end.
///
/// A long computation looks at it every few milliseconds, from any thread. It is a property of
/// the process, as signals are, and means nothing while no `LineEditor` is open. Reading a line
/// forgets an earlier Ctrl-C.
package enum Interrupt {
  /// Whether Ctrl-C was pressed since `clear`.
  package static var isRequested: Bool { fe_interrupt_requested() }
  package static func clear() { fe_clear_interrupt() }
}
