import Notebooks
import Testing

@Suite("More than may be spent")
struct BoundProblemTests {
  static let dear =
    "Take fewer layers, smaller widths or fewer values."

  static let ofNetwork = "Take fewer layers or smaller widths."

  static let complaints: [Complaint] = [
    Complaint(
      "2^(2^60)",
      says: """
          2^(2^60)
          ^~~~~~~~
        The result is beyond 2^±1 099 511 627 776, the range of numbers here. \
        Its logarithm is not: L*log10(s) in place of s^L
        """
    ),
    Complaint(
      "exp(-1e13)",
      says: """
          exp(-1e13)
              ^~~~~
        The result is beyond 2^±1 099 511 627 776, the range of numbers here. \
        Its logarithm is not: L*log10(s) in place of s^L
        """
    ),
    Complaint(
      "(2*identity(2))^(2^60)",
      says: """
          (2*identity(2))^(2^60)
          ^~~~~~~~~~~~~~~~~~~~~~
        The result is beyond 2^±1 099 511 627 776, the range of numbers here. \
        Its logarithm is not: L*log10(s) in place of s^L
        """
    ),
    Complaint(
      "[[0.6, -0.8], [0.8, 0.6]]^(10^20)",
      says: """
          [[0.6, -0.8], [0.8, 0.6]]^(10^20)
          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        Exponents of 2^62 and more are for matrices whose powers stay short, as [[1, 1], [0, 1]]; \
        with this one rounding would leave no digit. Take a smaller exponent.
        """
    ),
    Complaint(
      "abs(identity(100000))",
      says: """
          abs(identity(100000))
              ^~~~~~~~~~~~~~~~
        This would take about 7e12 operations; the limit is 1e11. \(dear)
        """
    ),
    Complaint(
      "network(gaussian(), width: 200, depth: 100000)(ones(200))",
      says: """
          network(gaussian(), width: 200, depth: 100000)(ones(200))
          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        This would take about 1.1e11 operations; the limit is 1e11. \(dear)
        """
    ),
    Complaint(
      "biases(network(identity(100000), depth: 100000))",
      says: """
          biases(network(identity(100000), depth: 100000))
          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        This would take about 2e11 operations; the limit is 1e11. \(ofNetwork)
        """
    ),
    Complaint(
      "biases(network(identity(100000), depth: 10000))",
      says: """
          biases(network(identity(100000), depth: 10000))
          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        This would bring the memory in use to about 8 GB; the limit is 4 GB. \(ofNetwork)
        """
    ),
  ]

  @Test("each is reported so", arguments: complaints)
  func report(_ complaint: Complaint) throws {
    try complaint.check()
  }

  @Test("a cancelled statement says so and leaves its definitions to be evaluated")
  func cancelled() {
    var desk = Desk(after: lecture)
    desk.meter = Meter(isCancelled: { true })
    let failure = desk.failure("rms(a[3])")
    #expect(failure?.problem == .bound(.cancelled))
    #expect(failure?.problem.message == "Cancelled.")
    #expect(!desk.knows("a"))
    desk.meter = Meter()
    let value = desk.show("rms(a[3])")
    #expect(value == "3.375")
  }

  @Test("a locked function is not called, by no name, and says what it waits for")
  func locked() {
    let open = Desk(after: small + "\nf(n) = depth(n)\ng = depth")
    for call in ["depth(net)", "f(net)", "g(net)", "1 + depth(net)"] {
      var desk = open
      desk.notebook = desk.notebook.locking(["depth": "until noon."])
      let failure = desk.failure(call)
      #expect(failure?.problem.message == "depth is locked until noon.")
      desk.notebook = desk.notebook.locking([:])
      let none = desk.failure(call)
      #expect(none == nil)
    }
  }

  @Test("every case has an example")
  func everyCase() throws {
    let shown = Set(try Self.complaints.map { try $0.problemName() } + ["cancelled", "locked"])
    #expect(try cases(of: "BoundProblem").subtracting(shown) == [])
  }
}
