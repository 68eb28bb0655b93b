print("fons")
