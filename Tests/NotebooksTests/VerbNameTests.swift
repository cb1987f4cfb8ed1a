import Notebooks
import Testing

/// A name that is a figure's verb too.
@Suite("Names that are verbs")
struct VerbNameTests {
  @Test(
    "alone and before an operator it is the name",
    arguments: [
      ("draw", "3"), ("draw*2", "6"), ("draw / 2", "1.5"), ("draw^2", "9"), ("draw == 3", "true"),
      ("2 + draw", "5"),
    ]
  )
  func name(_ line: String, _ value: String) { #expect(shown("draw = 3\n\(line)") == value) }

  @Test("before what can be drawn it draws, whatever has the name")
  func verb() {
    #expect(shown("plot = 3\nplot [1, 4, 9]").contains("+--"))
    #expect(shown("plot = 3\nplot -[1, 4, 9]").contains("+--"))
  }

  @Test("where nobody has the name, the verb asks for what to draw")
  func unknown() {
    for line in ["draw", "draw*2", "explain draw"] {
      #expect(fault(line)?.problem.message.hasPrefix("draw what? For example: ") == true, "\(line)")
    }
  }
}
