import Testing

@Suite struct HomeTests {
  @Test func theLessonsAndHowFarOneIs() throws {
    let fathom = try Fathom()
    let screen = try fathom.start()
    #expect(screen.text.contains("0 of 4 lessons done"))
    try screen.enter("scaling", shows: "Scaling, step 1 of 8")
  }
}
