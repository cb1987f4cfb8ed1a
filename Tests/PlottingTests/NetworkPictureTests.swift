import Plotting
import TerminalText
import Testing

/// Networks without a signal, as a lecturer draws them.
@Suite("Pictures of networks")
struct NetworkPictureTests {
  private func lines(_ drawing: NetworkDrawing, _ charset: Charset = .ascii) -> [String] {
    Figure(kind: .network(drawing)).rendered(columns: 80, rows: 18, charset: charset).plain
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func drawing(_ widths: [Int], _ links: NetworkDrawing.Links) -> NetworkDrawing {
    var drawing = NetworkDrawing(widths: widths)
    drawing.links = Array(repeating: links, count: widths.count - 1)
    return drawing
  }

  @Test("Multiples of the identity have parallel lines and no others")
  func parallel() {
    let text = lines(drawing([2, 2, 2, 2], .parallel)).joined(separator: "\n")
    #expect(!text.contains("/") && !text.contains("\\") && !text.contains("X"))
    #expect(text.contains("x1 o-----------o"))
    #expect(text.contains("o y^1"))
  }

  @Test("A dense layer has a line for every connection")
  func dense() {
    let text = lines(drawing([2, 2], .all)).joined(separator: "\n")
    #expect(text.contains("/") && text.contains("\\"))
    #expect(!text.contains("are drawn"))
    let some = lines(drawing([2, 2], .some([true, true, false, true]))).joined(separator: "\n")
    #expect(some.contains("/") && !some.contains("\\"))
  }

  @Test("Where some lines are left out it says how many are drawn")
  func some() {
    let text = lines(drawing([8, 8], .all)).joined(separator: "\n")
    #expect(text.contains("of 64 lines between layers 0 and 1 are drawn"))
    #expect(text.contains("every layer has 8 units"))
  }

  @Test("Many layers have their first and last, W[1] and W[L], and an ellipsis between")
  func many() {
    let text = lines(drawing(Array(repeating: 2, count: 21), .parallel)).joined(separator: "\n")
    for word in ["W[1]", "W[20]", "a[0]", "a[20]", "...", "x2 o"] { #expect(text.contains(word)) }
    #expect(!text.contains("W[10]"))
  }

  @Test("Every line is as wide as the page", arguments: Charset.allCases)
  func widths(_ charset: Charset) {
    for widths in [[1, 1], [2, 8, 8, 2], Array(repeating: 64, count: 152), [3, 1, 3]] {
      for line in lines(drawing(widths, .all), charset) { #expect(displayWidth(line) == 80) }
    }
  }
}
