import Sessions
import Testing

/// Whether a line is whole is one rule, for who types it and for who takes up a file that was cut.
@Suite("Prompts")
struct PromptTests {
  @Test("At the notebook a bracket or an operator that is open goes on; a command never does")
  func notebook() {
    for text in ["", "s = 2", ":note (", ":", "f(1)", ")", "a\nb"] {
      #expect(Prompt.notebook.isWhole(text), "\(text)")
    }
    for text in ["x = [1,", "(1", "1 +", "s = 2\n("] {
      #expect(!Prompt.notebook.isWhole(text), "\(text)")
    }
  }

  @Test("At a question only what is tried can go on")
  func question() {
    let prompt = Prompt.answer("q")
    for text in ["", "It grows (mostly", "[1,", "? 1", "?"] {
      #expect(prompt.isWhole(text), "\(text)")
    }
    for text in ["? [1,", "?(", "? 1 +"] { #expect(!prompt.isWhole(text), "\(text)") }
  }
}
