import DeepNetworks
import Notebooks
import TerminalText
import Testing

/// A notebook into which a test enters text, statement by statement, and reads what is shown.
struct Desk {
  var notebook = Notebook()
  var meter = Meter()

  init(after text: String = "") {
    enter(text)
  }

  /// Enters statements: definitions are put in place and not evaluated, all else is evaluated.
  @discardableResult
  mutating func enter(_ text: String) -> [Result<Output?, Failure>] {
    Parser.statements(of: text).map { statement in
      do throws(Failure) {
        return .success(try enter(try statement.get()))
      } catch {
        return .failure(error)
      }
    }
  }

  private mutating func enter(_ statement: Statement) throws(Failure) -> Output? {
    try notebook.define(statement)
    if statement.definedName != nil { return nil }
    return try notebook.output(of: statement, meter: meter)
  }

  /// What the last statement of a text shows; a definition shows its value, a failure its sentence.
  mutating func show(_ text: String, columns: Int = 80) -> String {
    var shown = ""
    for statement in Parser.statements(of: text) {
      do throws(Failure) {
        let statement = try statement.get()
        try notebook.define(statement)
        let output = try notebook.output(of: statement, meter: meter)
        shown = output.rendered(Layout(columns: columns)).plain
      } catch {
        shown = error.problem.message
      }
    }
    return shown
  }

  /// Whether the value of a name is worked out and up to date: to be told it takes no work at all.
  func knows(_ name: String) -> Bool {
    var copy = notebook
    let nothing = Meter(limits: Meter.Limits(operations: 0, bytes: .infinity))
    do throws(Failure) {
      return try copy.value(of: name, meter: nothing) != nil
    } catch {
      guard case .bound = error.problem else { return true }
      return false
    }
  }

  /// The failure of the last statement of a text; nil where it succeeds.
  mutating func failure(_ text: String) -> Failure? {
    guard case .failure(let failure)? = enter(text).last else { return nil }
    return failure
  }
}

/// What the last statement of a text shows in a notebook of its own.
func shown(_ text: String, columns: Int = 80) -> String {
  var desk = Desk()
  return desk.show(text, columns: columns)
}

/// The figure that the last statement of a text shows, at 72 columns, without the blanks at the ends of lines.
func picture(_ text: String, after setting: String = lecture) -> String {
  shown(setting + "\n" + text, columns: 72).split(separator: "\n", omittingEmptySubsequences: false)
    .map { String($0.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
}

/// The failure of the last statement of a text in a notebook of its own; nil where it succeeds.
func fault(_ text: String, after setting: String = "") -> Failure? {
  var desk = Desk(after: setting)
  return desk.failure(text)
}

/// The board of the lecture: design section 4.
let lecture = """
  s = 1.5
  L = 20
  M = s*identity(2)
  net = network(M, depth: L, last: identity(2))
  x = [1, 1]
  W = weights(net)
  a = activations(net, x)
  y = net(x)
  """

/// The same with three layers and no parameter.
let small = """
  net = network(1.5*identity(2), depth: 3)
  x = [1, 1]
  W = weights(net)
  a = activations(net, x)
  """
