import Notebooks
import Testing

/// The course of numbers in a few characters.
@Suite("Sparklines")
struct SparklineFunctionTests {
  @Test(
    "from the least to the greatest",
    arguments: [
      ("sparkline([1, 2, 3, 4, 5, 6, 7, 8])", "\"_.:-=+*#\""),
      ("sparkline([3, 2, 1, 2, 3])", "\"#=_=#\""), ("sparkline(1...2)", "\"_#\""),
      // Eight powers of ten need a log axis.
      ("sparkline([10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8])", "\"_.:-=+*#\""),
      // Underflow on a log axis, and what a format makes of large numbers.
      ("sparkline([1, 1e-4, 0, 1e4])", "\"=_0#\""),
      ("sparkline(rounded([0, 1, 70000, -70000], to: float16))", "\"_#^v\""),
      ("sparkline(rounded(1e9, to: float16) - rounded(1e9, to: float16))", "\"n\""),
    ]
  )
  func levels(_ text: String, _ shown: String) {
    var desk = Desk()
    #expect(desk.show(text) == shown)
  }

  @Test("long lists share characters, 32 unless asked for fewer or more")
  func width() {
    var desk = Desk(after: lecture)
    #expect(desk.show("L = 1000\ncount(rms(a))") == "1001")
    #expect(desk.show("sparkline(rms(a))").count == 2 + 32)
    #expect(desk.show("sparkline(rms(a), width: 7)") == "\".:-=+*#\"")
    for bad in ["sparkline(net)", "sparkline(a)", "sparkline([])", "sparkline(x, width: 0)"] {
      #expect(desk.failure(bad) != nil, "\(bad) should fail")
    }
  }

  @Test("in prose it stands without quotes")
  func inProse() throws {
    var desk = Desk(after: "shape = sparkline([1, 2])")
    let shape = try desk.notebook.value(of: "shape")
    let value = try #require(shape)
    #expect(Rendering.inline(value) == "_#")
  }
}
