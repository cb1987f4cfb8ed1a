import Sessions
import Testing

/// Every sentence of the session, as a learner reads it: what happened, and what to type next.
@Suite("Wording")
struct WordingTests {
  /// What is typed from the beginning of the tour, with blanks for Enter, and a line that is shown.
  private struct Row {
    var typed: [String]
    var said: String

    init(_ typed: [String], _ said: String) { (self.typed, self.said) = (typed, said) }
  }

  private static let going: [Row] = [
    Row(
      [":go hand"] + enter(7),
      "What to take along:"
    ),
    Row(
      [":go hand"] + enter(9),
      "This is the end of the lesson. :back or :go STEP goes back, :quit leaves."
    ),
    Row(
      [":back"],
      "This is the first step; here it is from its beginning."
    ),
    Row(
      [":go 9"],
      "There is no step \"9\". They are numbered 1 to 3; :steps lists them."
    ),
    Row(
      [":go lesss"],
      "There is no step \"lesss\". Did you mean less?"
    ),
    Row(
      [":go factor"],
      "factor is a question, not a step: :answer factor goes there."
    ),
    Row(
      [":nothing"],
      "There is no command \":nothing\". :help lists them."
    ),
    Row(
      [":skp"],
      "There is no command \":skp\". Did you mean :skip?"
    ),
    Row(
      [":go"],
      "Go where? A step by its number or id: :go 2; :steps lists them."
    ),
    Row(
      [":skip now"],
      ":skip stands alone."
    ),
    Row(
      ["skip"],
      "skip is a command, and a command begins with a colon: :skip"
    ),
    Row(
      [":set size 3"],
      "There is no setting \"size\". There are columns, rows, figures and charset."
    ),
    Row(
      [":set columns 5"],
      "columns takes 20 to 500, or auto, not \"5\"."
    ),
    Row(
      [":set columns 100"],
      "columns is 100 from here on."
    ),
    Row(
      [":note so"],
      "Noted; it stands in the transcript."
    ),
    Row(
      [":help mine"],
      ":mine, bring back definitions that the lesson replaced"
    ),
  ]

  private static let defining: [Row] = [
    Row(
      ["s = 2", ":go less"],
      "The lesson sets s anew; yours is kept, and :mine brings it back."
    ),
    Row(
      ["s = 2", "L = 2", ":back"],
      "The lesson sets s and L anew; yours are kept, and :mine brings them back."
    ),
    Row(
      ["a = 1", ":go less"],
      "The lesson's line reads your a. :undo takes back your last definition."
    ),
    Row(
      ["s = 2", ":go less", ":mine"],
      "Yours again: s."
    ),
    Row(
      [":mine"],
      "The lesson has replaced none of your definitions."
    ),
    Row(
      [":undo"],
      "There is no definition of yours to take back."
    ),
    Row(
      ["s = 2", ":undo"],
      "s = 1.5 again."
    ),
    Row(
      ["k = 2", ":undo"],
      "k is gone again."
    ),
    Row(
      ["sum = 2"],
      "sum was built in; from here on it is yours. :undo gives it back."
    ),
    Row(
      [":reset"],
      "The definitions are the step's own again. :show shows its figure, Enter goes on."
    ),
    Row(
      [":go hand"] + enter(6) + [":reset"],
      "The lesson is over, and no step is open. :back opens the last one."
    ),
    Row(
      ["k = zz"],
      "k waits for zz, which is not defined yet."
    ),
    Row(
      ["s = 2"],
      "changed: s. With it: M, net, a."
    ),
  ]

  private static let showing: [Row] = [
    Row(
      [":show"],
      "This step has shown no figure or value yet. Enter goes on."
    ),
    Row(
      [":show 1.1"],
      "This step has shown no \"1.1\"."
    ),
    Row(
      ["s", "s+1", ":show 7"],
      "This step has shown no \"7\". There are 1.1 and 1.2."
    ),
    Row(
      [":describe"],
      "This step has shown no figure yet. Enter goes on."
    ),
    Row(
      ["plot rms(a)", ":data 7"],
      "There is no figure \"7\" in this step. There is 1.1."
    ),
    Row(
      [":run"],
      "This step has shown nothing to run again."
    ),
  ]

  private static let asking: [Row] = [
    Row(
      ["", ""],
      "The guess can still be made: :answer guess returns to it. Enter goes on without."
    ),
    Row(
      enter(3),
      "What follows answers guess; a guess scores nothing now."
    ),
    Row(
      ["", "9", "", ""],
      "The question stays open: :answer factor returns to it. Enter goes on."
    ),
    Row(
      ["", "?"],
      "Behind ? comes something to try, such as: ? 1.5^3"
    ),
    Row(
      ["", ":hint"],
      "There is no hint for this one. To try something: ? 1.5^3"
    ),
    Row(
      [":answer"],
      "There is no question here. Enter goes on; :steps lists what there is."
    ),
    Row(
      [":answer way"],
      "way has not been asked yet. It comes in step less: :go less"
    ),
    Row(
      [":answer wya"],
      "There is no question \"wya\"."
    ),
    Row(
      ["", ":answer wya"],
      "There is no question \"wya\". So far there is guess."
    ),
    Row(
      ["", "9", ":answer"],
      "You may answer for yourself; the question is closed, so it scores nothing."
    ),
    Row(
      ["", "9", "", ":hint"],
      "Hint 1 of 2:"
    ),
    Row(
      ["", "9", "", ":hint", ":hint", ":hint"],
      "That was the last hint. :skip gives up and shows the explanation."
    ),
    Row(
      ["", "9", "", ":skip"],
      "Passed on; this question scores nothing now. The answer: s^(L-1) = 7.59375."
    ),
    Row(
      ["", "9", "", "9", ":skip"],
      "What you have answered stays; further answers score nothing. The answer: s^(L-1) = 7.59375."
    ),
    Row(
      ["", "9", "", "1.5^5", ":back", ""],
      "You have answered this. :answer tries again; Enter goes on."
    ),
    Row(
      ["", "9", "", ":skip", ":back"] + enter(3),
      "This one is closed and scores nothing. :answer tries it; Enter goes on."
    ),
    Row(
      ["", ":go hand"] + enter(6) + [":hint"],
      "No question is at hand here. Open are guess, balance, formula and even: :answer guess goes there."
    ),
    Row(
      [":go hand", "", "done"],
      "done hands in a task at its own prompt: :answer balance goes there."
    ),
  ]

  private static let answering: [Row] = [
    Row(
      ["", "9"],
      "Your guess: 9. The network: 7.59375. A good guess. 0.5 of 0.5 for guessing."
    ),
    Row(
      ["", "9", "", "1.5^5"],
      "Right: 1.5^5 = 7.59375. 2 of 2 points."
    ),
    Row(
      ["", "9", "", "9"],
      "Not yet. A line that begins with ? is tried for free. :hint helps."
    ),
    Row(
      ["", "9", "", "net"],
      "An answer here is made of numbers, arithmetic, s and L, without \"net\". This cost no attempt."
    ),
    Row(
      ["", "9", "", "log(5)"],
      "An answer here is made of numbers, arithmetic, s and L, without \"log\". Here it is ln or log10. This cost no attempt."
    ),
    Row(
      ["", "9", "", "tan(s)"],
      "An answer here is made of numbers, arithmetic, s and L, without \"tan\". Here it is sin(x)/cos(x). This cost no attempt."
    ),
    Row(
      ["", "9", "", "inverse(s)"],
      "An answer here is made of numbers, arithmetic, s and L, without \"inverse\". This cost no attempt."
    ),
    Row(
      ["", "9", "", "about 28"],
      "This cost no attempt. An answer here is numbers and arithmetic only; \"about 28\" has words in it. The number alone: 28"
    ),
    Row(
      ["", "9", "", "it is 7.6"],
      "This cost no attempt. An answer here is numbers and arithmetic only; \"it is 7.6\" has words in it. The number alone: 7.6"
    ),
    Row(
      ["", "9", "", "score"],
      "score is a command, and a command begins with a colon: :score"
    ),
    Row(
      ["", "9", "", "1,5"],
      "I read \"1,5\" as two numbers. For a decimal write 1.5. This cost no attempt."
    ),
    Row(
      ["", "9", "", "2,500"],
      "I read \"2,500\" as two numbers. Write 2500, or 2.500 if the comma is a decimal one. This cost no attempt."
    ),
    Row(
      ["", "9", "", "[1]"],
      "An answer here is one number; this is a vector of 1. This cost no attempt."
    ),
    Row(
      ["", "9", "", "1\n)"],
      "An answer is one line. This cost no attempt."
    ),
    Row(
      ["", "9", "", "2x"],
      "This cost no attempt. \"2 x\" has nothing between its parts. For the product write 2 * x"
    ),
    Row(
      [":go less", "", "z"],
      "\"z\" is none of a, b and c. This cost no attempt."
    ),
    Row(
      [":go less", "", "a b"],
      "This takes one letter. This cost no attempt."
    ),
    Row(
      [":go less", "", "c"],
      "Not yet. :hint helps."
    ),
    Row(
      [":go less"] + enter(3) + ["so"],
      "Kept for your instructor."
    ),
    Row(
      [":go hand", "# so"],
      "Change the notebook, then type done to hand it in. This cost no attempt."
    ),
    Row(
      [":go hand", "done"],
      "Not yet. Go on changing the notebook, then type done again. :hint helps."
    ),
  ]

  private static func enter(_ times: Int) -> [String] { Array(repeating: "", count: times) }

  @Test("Each sentence")
  func sentences() throws {
    let beginning = try Player(Texts.tour)
    for row in Self.going + Self.defining + Self.showing + Self.asking + Self.answering {
      var player = beginning
      player.type(row.typed)
      let lines = player.seen.split(separator: "\n").map(String.init)
      #expect(lines.contains(row.said), "\(row.typed)")
    }
  }
}
