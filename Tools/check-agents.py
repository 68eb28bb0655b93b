#!/usr/bin/env python3
"""A session of the official client of the Model Context Protocol, over stdio and over HTTP.
Usage: Tools/check-agents.py FONS LIBRARY ADDRESS

The client itself holds structured results against the tools' output schemas.
"""
import asyncio
import sys

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.client.streamable_http import streamable_http_client

FONS, LIBRARY, ADDRESS = sys.argv[1:]
WORDS = "It will tolerate salt, drought and gales, but it cannot tolerate shade"


def plain(result):
    """The message as it came, by the names of the protocol."""
    return result.model_dump(by_alias=True, mode="json")


async def session(name, streams):
    async with streams as (read, write, *_), ClientSession(read, write) as client:
        greeting = plain(await client.initialize())
        assert greeting["serverInfo"]["name"] == "fons"
        tools = plain(await client.list_tools())["tools"]
        assert {tool["name"] for tool in tools} == {"check", "find", "library"}

        async def call(tool, **arguments):
            return plain(await client.call_tool(tool, arguments))

        found = await call("find", text=WORDS)
        assert not found["isError"] and found["structuredContent"]["verdict"] == "verbatim"
        assert "Sorrel thrift" in found["content"][0]["text"]
        checked = await call(
            "check", text=f"She wrote: “{WORDS.replace('salt', 'sand')}”.", policy="strict")
        quotation = checked["structuredContent"]["quotations"][0]
        differences = [one for one in quotation["differences"] if one["weight"] != "harmless"]
        assert [one["source"]["text"] for one in differences] == ["salt"], quotation
        held = await call("library")
        assert held["structuredContent"]["libraries"][0]["works"] > 0
        wrong = await call("check", text="a", policy="lax")
        assert wrong["isError"]
        await client.send_ping()
        print(f"{name}: {greeting['protocolVersion']}, {len(tools)} tools")


async def main():
    await session("stdio", stdio_client(StdioServerParameters(
        command=FONS, args=["mcp", "--library", LIBRARY])))
    await session("HTTP", streamable_http_client(ADDRESS.rstrip("/") + "/mcp"))


asyncio.run(main())
